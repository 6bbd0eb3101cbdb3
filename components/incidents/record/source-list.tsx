import { Card } from "@/components/ui/card";
import { sourceBasisLabel } from "@/lib/codelists/source-basis";
import { sourceKindLabel } from "@/lib/codelists/source-kind";
import { ProtectionMark } from "./protection-mark";
import { sourceIdsOf, type RecordNames, type SourceLine } from "./record-names";
import type { IncidentView } from "@/lib/incidents/domain/record";

/** Every source of the record, with what of it was read. */
export function SourceList({ incident, names }: { incident: IncidentView; names: RecordNames }) {
  const sources = sourceIdsOf(incident).flatMap((id) => names.sources.get(id) ?? []);
  return (
    <Card id="sources" title="Sources" actions={<ProtectionMark incident={incident} field="sources" />}>
      {sources.length === 0 ? (
        <p className="text-sm text-ink-soft">{incident.withheld.includes("sources") ? "Withheld." : "No source is on record."}</p>
      ) : (
        <ol className="grid gap-3">
          {sources.map((source) => (
            <li key={source.id} id={`source-${source.id}`} tabIndex={-1} className="scroll-mt-24 text-sm break-words text-ink target:bg-accent-soft">
              <SourceEntry source={source} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

function SourceEntry({ source }: { source: SourceLine }) {
  return (
    <>
      <span className="font-medium">{source.publisher}</span>
      {source.title !== null && `: ${source.title}`}
      {source.publishedOn !== null && `, ${source.publishedOn}`}
      {source.url !== null && (
        <>
          {" · "}
          <a href={source.url} rel="noreferrer noopener" target="_blank" className="text-accent-ink underline decoration-accent-line underline-offset-2">
            Open the page<span className="sr-only"> of {source.publisher} in a new tab</span>
          </a>
        </>
      )}
      <span className="block text-ink-soft">
        {sourceKindLabel(source.kind)} · {sourceBasisLabel(source.basis)}
      </span>
    </>
  );
}
