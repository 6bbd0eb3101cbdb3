import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { ExternalLink } from "@/components/ui/external-link";
import { accessRestrictionLabel, coverageLevelLabel } from "@/lib/codelists/coverage";
import { sourceBasisLabel } from "@/lib/codelists/source-basis";
import { sourceKindLabel } from "@/lib/codelists/source-kind";
import type { ObligationView } from "@/lib/compliance/domain/obligation-detail";

type Source = ObligationView["sources"][number];
const SourceName = ({ source }: { source: Source }) => (source.url === null ? <>{source.publisher}</> : <ExternalLink href={source.url}>{source.publisher}</ExternalLink>);

/** Who could observe the duty, where accounts of the text differ, and the sources. */
export function ObligationAccounts({ obligation }: { obligation: ObligationView }) {
  return (
    <>
      <Coverage obligation={obligation} />
      {obligation.discrepancies.length > 0 && (
        <Card title="Where accounts of the text differ">
          <ul className="space-y-3 text-sm">
            {obligation.discrepancies.map((entry) => (
              <li key={entry.code}>
                <p className="font-semibold">
                  {entry.code}: {entry.topic}
                </p>
                <p>Article the data began from: {entry.seedText}</p>
                <p>Public text: {entry.publicText}</p>
                <p className="text-ink-soft">Effect: {entry.effect}</p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card title="Sources of the duty">
        <ul className="space-y-1 text-sm">
          {obligation.sources.map((source) => (
            <li key={source.key}>
              <SourceName source={source} />
              {source.title === null ? "" : `, ${source.title}`}
              {source.publishedOn === null ? "" : ` (${source.publishedOn})`}
              <span className="text-ink-soft">
                . {sourceKindLabel(source.kind)}; reliability {source.reliability}; {sourceBasisLabel(source.basis).toLowerCase()}.
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  );
}

function Coverage({ obligation }: { obligation: ObligationView }) {
  return (
    <Card title="Who could observe" lead="Lack of coverage is never read as calm.">
      {obligation.coverage.length === 0 && <p className="text-sm text-ink-soft">No observer of this duty is on record.</p>}
      <ul className="space-y-2 text-sm">
        {obligation.coverage.map((entry) => (
          <li key={`${entry.observer}-${entry.fromOn}`}>
            <span className="font-semibold">{entry.observerName}</span>, <DateText value={entry.fromOn} /> to {entry.toOn === null ? "today" : <DateText value={entry.toOn} />}: {coverageLevelLabel(entry.level).toLowerCase()}
            {entry.restriction === null ? "" : ` (${accessRestrictionLabel(entry.restriction).toLowerCase()})`}
            <span className="text-ink-soft">
              {entry.note === null ? "" : ` ${entry.note}`} {entry.source && <SourceName source={entry.source} />}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
