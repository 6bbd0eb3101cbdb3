import { Card } from "@/components/ui/card";
import { severities } from "@/lib/codelists/severity";
import { labelOfValue } from "@/lib/statistics/domain/dimension";
import type { Told } from "@/lib/statistics/domain/told";
import { Bars, type CountLine } from "./bars";
import { ComparisonFiles } from "./comparison-files";
import { ComparisonTable } from "./comparison-table";
import { Districts } from "./districts";
import { WhatIsCounted } from "./how-counted";
import { Ledgers } from "./ledgers";
import { SinceForm } from "./since-form";
import { StatCard } from "./stat-card";
import { countedListHref } from "./statistics-address";
import { Trend } from "./trend";

type ToldProps = { told: Told; page: { readonly mayExport: boolean; readonly sinceText: string }; params: URLSearchParams };

const severityOrder = [...severities.map(({ code }) => code as string).toReversed(), ""];

/** The pictures of the records that are counted. */
export function StatisticsTold({ told, page: { mayExport, sinceText }, params }: ToldProps) {
  const { names, months, byMonth, byUnit, byObligation, bySeverity, ledgers, known, comparison } = told;
  const shared = { params, mayExport };
  const duties = byObligation.map(({ key, count }): CountLine => ({ key: key.obligation ?? "", name: `${key.obligation ?? ""} ${labelOfValue("obligation", key.obligation ?? "", names)}`, count, href: countedListHref(params, { obligation: key.obligation ?? "" }) }));
  const weights = bySeverity.toSorted((a, b) => severityOrder.indexOf(a.key.severity ?? "") - severityOrder.indexOf(b.key.severity ?? "")).map(({ key, count }): CountLine => ({ key: key.severity ?? "", name: labelOfValue("severity", key.severity ?? "", names), count }));
  return (
    <div className="grid grid-cols-1 gap-4">
      <StatCard id="trend" title="Over time" lead="Records by the month in which what they tell of began." by="month,type" {...shared} how={<><WhatIsCounted /><p>How far a month was watched is read from the coverage register: of each duty in it (those that the filters name, else all) the days on which somebody stood there who could see at least a part. A duty that is still watched does not make the month watched for the others.</p></>}>
        <Trend months={months} groups={byMonth} params={params} />
      </StatCard>
      <Card id="comparison" title="Compared" lead="A period beside as many days before it, and beside its average since a day of reference." actions={mayExport && <ComparisonFiles comparison={comparison} params={params} />}>
        <SinceForm params={params} sinceText={sinceText} errors={[]} />
        <ComparisonTable comparison={comparison} params={params} />
        <details className="mt-3 text-sm">
          <summary className="font-semibold">How counted</summary>
          <div className="mt-2 max-w-prose space-y-2 text-ink-soft">
            <WhatIsCounted />
            <p>The period is that of the filters; where these leave it open, thirty days up to the last record. What lasted into a period counts in it. The average divides by the days since the day of reference, that day included.</p>
          </div>
        </details>
      </Card>
      <StatCard id="ledgers" title="Who reported" lead="Each ledger for itself, on one scale. A record that two report stands in both, so ledgers are never added up." by="reporter,month,verification" {...shared} how={<><WhatIsCounted /><p>A record stands in the ledger of everybody who alleges, counter-alleges, admits or finds it; whoever only denies it has not reported it. In the pictures what was refuted or can&apos;t be verified is left out; the tables have it. The last picture has each counted record once; it is no sum of the ledgers.</p></>}>
        <Ledgers ledgers={ledgers} known={known} months={months} />
      </StatCard>
      <StatCard id="districts" title="Where, and how well known" lead="Records by district and level of verification." by="unit,verification" {...shared} how={<><WhatIsCounted /><p>The district is that of the record. Where it is withheld from you it stands under its own line. Who could observe is kept by duty and not by district: a small number here does not show that little happened.</p></>}>
        <Districts groups={byUnit} names={names} params={params} />
      </StatCard>
      <StatCard id="obligations" title="On which duties" lead="Records that are put to a duty, whatever they say of it." by="obligation" {...shared} how={<><WhatIsCounted /><p>A record may stand on several duties and counts for each: these numbers are never added up. Standing on a duty is not a breach of it.</p></>}>
        {duties.length === 0 ? <p className="text-sm text-ink-soft">No counted record stands on a duty.</p> : <Bars lines={duties} caption="Records by duty" head="Duty" />}
      </StatCard>
      <StatCard id="severity" title="How severe" lead="As the analyst who logged the record saw it." by="severity" {...shared} how={<WhatIsCounted />}>
        <Bars lines={weights} caption="Records by severity" head="Severity" />
      </StatCard>
    </div>
  );
}
