import { BandSample, type BandPattern } from "@/components/ui/band-pattern";
import { MonthColumns } from "@/components/ui/month-columns";
import { Picture } from "@/components/ui/picture";
import { knowledgeLabel, knowledges, type Knowledge, type KnowledgeCounts, type KnowledgeSeries, type LedgerSeries } from "@/lib/statistics/domain/ledger-series";
import type { TrendMonth } from "@/lib/statistics/domain/told";
import { knownTitle, LedgerSpans, LedgerTable } from "./ledger-tables";
import { groundOf, WatchedLegend } from "./watched-look";

const patternOf: Readonly<Record<Exclude<Knowledge, "NOT_COUNTED">, BandPattern>> = { VERIFIED: "full", CORROBORATED: "hatched", CLAIMED: "light" };
const drawn = ["VERIFIED", "CORROBORATED", "CLAIMED"] as const;
const heightOf = (counts: KnowledgeCounts): number => drawn.reduce((sum, knowledge) => sum + counts[knowledge], 0);

type LedgersProps = { ledgers: readonly LedgerSeries[]; known: KnowledgeSeries; months: readonly TrendMonth[] };

/**
 * What each side reported, and what those who watch for others did: each ledger for itself, never added up; and, apart from them, all
 * counted records once by how well they are known. All on one scale.
 */
export function Ledgers({ ledgers, known, months }: LedgersProps) {
  const most = Math.max(0, ...[...ledgers, known].flatMap((series) => series.months.map(heightOf)));
  return (
    <Picture
      table={
        <>
          <LedgerTable ledgers={ledgers} known={known} />
          <LedgerSpans ledgers={ledgers} known={known} months={months} />
        </>
      }
      legend={<Legend />}
    >
      <div className="grid gap-x-8 gap-y-5 lg:grid-cols-2">
        {ledgers.map(({ ledger, ...series }) => (
          <LedgerPanel key={ledger.code} title={ledger.label} series={series} months={months} most={most} />
        ))}
        <LedgerPanel title={knownTitle} series={known} months={months} most={most} />
      </div>
    </Picture>
  );
}

type LedgerPanelProps = { title: string; series: KnowledgeSeries; months: readonly TrendMonth[]; most: number };

function LedgerPanel({ title, series: { months: counts, records }, months, most }: LedgerPanelProps) {
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-sm font-semibold">
        {title} <span className="font-normal text-ink-soft">· {inWords(records)}</span>
      </h3>
      <MonthColumns
        label={`${title}, by month: ${inWords(records)}`}
        height={84}
        most={most}
        columns={months.map(({ month, watched }, at) => ({
          key: month, ground: groundOf(watched), title: titleOf(month, counts[at]),
          parts: drawn.map((knowledge) => ({ pattern: patternOf[knowledge], count: counts[at]?.[knowledge] ?? 0 })),
        }))}
      />
    </section>
  );
}

const inWords = (records: number): string => `${records.toLocaleString("en-GB")} ${records === 1 ? "record" : "records"}`;
const titleOf = (month: string, counts: KnowledgeCounts | undefined): string => `${month}: ${knowledges.map((knowledge) => `${knowledgeLabel[knowledge]} ${counts?.[knowledge] ?? 0}`).join("; ")}`;

const Legend = () => (
  <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-ink-soft">
    {drawn.map((knowledge) => (
      <span key={knowledge} className="inline-flex items-center gap-1.5">
        <BandSample pattern={patternOf[knowledge]} /> {knowledgeLabel[knowledge]}
      </span>
    ))}
    <WatchedLegend />
  </p>
);
