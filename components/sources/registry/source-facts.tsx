import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { DefinitionList } from "@/components/ui/definition-list";
import { TextLink } from "@/components/ui/text-link";
import { sourceAlignmentLabel } from "@/lib/codelists/source-alignment";
import { sourceBasisLabel } from "@/lib/codelists/source-basis";
import { reliabilityLabel, sourceDerivationLabel } from "@/lib/codelists/source-derivation";
import { sourceKindLabel } from "@/lib/codelists/source-kind";
import { sourceTopicLabel } from "@/lib/codelists/source-topic";
import type { SourceItem } from "@/lib/sources/domain";
import { SourceName } from "../source-line";

type Grading = { id: number; topic: string; reliability: string; reason: string; gradedAt: string; gradedBy: string | null };
type Detail = SourceItem & { root: SourceItem | null; relays: readonly SourceItem[]; gradings: readonly Grading[] };

/** Facts about the source, and how often it was read from. */
export function SourceFacts({ source, records }: { source: Detail; records: number }) {
  return (
    <Card title="Source">
      <DefinitionList
        items={[
          { term: "Published", description: <SourceName source={source} /> },
          { term: "Kind", description: sourceKindLabel(source.kind) },
          { term: "Who speaks through it", description: sourceAlignmentLabel(source.alignment) },
          { term: "How much was read", description: sourceBasisLabel(source.basis) },
          { term: "Records with a claim from it", description: String(records) },
        ]}
      />
    </Card>
  );
}

const numbered = (source: SourceItem) => (
  <>
    <TextLink href={`/sources/${source.id}`}>No. {source.id}</TextLink> <SourceName source={source} />
  </>
);

/** What it rests on, and what rests on it: corroboration counts the root once. */
export function SourceChain({ source }: { source: Detail }) {
  return (
    <div className="grid gap-2 text-sm">
      <p>
        {sourceDerivationLabel(source.derivation)}
        {source.root !== null && <>: {numbered(source.root)}</>}
      </p>
      {source.relays.length > 0 && (
        <>
          <p className="font-medium">Rest on it</p>
          <ul className="list-disc pl-5">
            {source.relays.map((relay) => (
              <li key={relay.id}>
                {numbered(relay)} ({sourceDerivationLabel(relay.derivation).toLowerCase()})
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Its grades by topic, the latest first. */
export function SourceGradings({ gradings }: { gradings: readonly Grading[] }) {
  if (gradings.length === 0) return <p className="text-sm text-ink-soft">Nobody has graded it on a topic. F says that it can’t be judged; it is not a middle grade.</p>;
  return (
    <ol className="divide-y divide-line text-sm">
      {gradings.map((grading) => (
        <li key={grading.id} className="py-2 first:pt-0">
          <p>
            <span className="font-semibold">{grading.reliability}</span> {reliabilityLabel(grading.reliability)}, {sourceTopicLabel(grading.topic).toLowerCase()}
          </p>
          <p className="text-ink-soft">
            <DateText value={grading.gradedAt} />
            {grading.gradedBy !== null && `, ${grading.gradedBy}`}: {grading.reason}
          </p>
        </li>
      ))}
    </ol>
  );
}
