import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { duplicateRelationLabel } from "@/lib/codelists/duplicate-relation";
import { undoRelationAction, unmergeIncidentsAction } from "@/lib/duplicates/actions";
import type { LikeRecord } from "@/lib/duplicates/schema";
import { LikeRecordLine } from "./like-record-line";
import { PairDecisions } from "./pair-decisions";
import { PairForm } from "./pair-form";
import { relationSentence } from "./relation-words";

type Other = { id: number; reference: string; title: string };
type Duplicates = {
  like: readonly LikeRecord[];
  relations: readonly { other: Other; relation: string; isOfOther: boolean; reason: string | null; decidedAt: string }[];
  merged: readonly { other: Other; reason: string; mergedAt: string }[];
  mayRelate: boolean;
  mayMerge: boolean;
};
type DuplicatesCardProps = { record: { id: number; reference: string }; duplicates: Duplicates };

/** What was merged into the record, what was decided of it and others, and what looks like it. Absent where there is none of these. */
export function DuplicatesCard({ record, duplicates }: DuplicatesCardProps) {
  const { like, relations, merged, mayRelate, mayMerge } = duplicates;
  if (like.length + relations.length + merged.length === 0) return null;
  return (
    <Card title="Duplicates and relations" id="duplicates" lead="Records of one event are linked or merged by people, with a reason; the program only points at them.">
      <div className="grid gap-5">
        {merged.length > 0 && <MergedList record={record} merged={merged} mayMerge={mayMerge} />}
        {relations.length > 0 && <RelationList record={record} relations={relations} mayRelate={mayRelate} />}
        {like.length > 0 && (
          <section aria-label="Records that look alike">
            <h3 className="text-sm font-semibold text-ink">May tell of the same event</h3>
            <ul className="mt-2 divide-y divide-line">
              {like.map((entry) => (
                <li key={entry.id} className="py-3 first:pt-0 last:pb-0">
                  <LikeRecordLine like={entry} />
                  <PairDecisions record={record} other={entry} mayRelate={mayRelate} mayMerge={mayMerge} />
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Card>
  );
}

function MergedList({ record, merged, mayMerge }: Pick<DuplicatesCardProps, "record"> & Pick<Duplicates, "merged" | "mayMerge">) {
  return (
    <section aria-label="Merged records">
      <h3 className="text-sm font-semibold text-ink">Merged into this record</h3>
      <ul className="mt-2 grid gap-3">
        {merged.map(({ other, reason }) => (
          <li key={other.id} className="text-sm">
            <p>
              <TextLink href={`/incidents/${other.id}`}>{other.reference}</TextLink> {other.title}
            </p>
            <p className="text-ink-soft">Reason: {reason}</p>
            {mayMerge && (
              <details className="mt-1">
                <summary className="w-fit cursor-pointer font-medium text-accent-ink">Undo this merge</summary>
                <div className="mt-2">
                  <PairForm action={unmergeIncidentsAction} id={record.id} other={other.id} label={`Take ${other.reference} out again`} help="The same lines go back to it; both steps stay in the history." confirm="Undo the merge" isGrave />
                </div>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function RelationList({ record, relations, mayRelate }: Pick<DuplicatesCardProps, "record"> & Pick<Duplicates, "relations" | "mayRelate">) {
  return (
    <section aria-label="Decided relations">
      <h3 className="text-sm font-semibold text-ink">Decided</h3>
      <ul className="mt-2 grid gap-3">
        {relations.map(({ other, relation, isOfOther, reason }) => (
          <li key={other.id} className="text-sm">
            <p>
              {relationSentence({ mine: record.reference, other: other.reference, relation, isOfOther })} <TextLink href={`/incidents/${other.id}`}>{other.title}</TextLink>
            </p>
            <p className="text-ink-soft">{reason === null ? "The reason is withheld from you: it may speak of what is protected." : `Reason: ${reason}`}</p>
            {mayRelate && (
              <details className="mt-1">
                <summary className="w-fit cursor-pointer font-medium text-accent-ink">Take this decision back</summary>
                <div className="mt-2">
                  <PairForm action={undoRelationAction} id={record.id} other={other.id} label={`Take back: ${duplicateRelationLabel(relation)}`} help="The pair is offered again where it looks alike." confirm="Take it back" />
                </div>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
