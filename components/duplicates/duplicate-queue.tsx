import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import { workflowStateLabel } from "@/lib/codelists/workflow";
import type { LikeRecord } from "@/lib/duplicates/schema";
import { LikeRecordLine } from "./like-record-line";
import { PairDecisions } from "./pair-decisions";

type Entry = { record: { id: number; reference: string; title: string; workflow: string }; like: readonly LikeRecord[] };
type DuplicateQueueProps = { queue: readonly Entry[]; mayRelate: boolean; mayMerge: boolean };

/** Records that wait, each with what it looks like; the longest waiting first. */
export function DuplicateQueue({ queue, mayRelate, mayMerge }: DuplicateQueueProps) {
  if (queue.length === 0) {
    return (
      <EmptyState title="No undecided pair" action={<LinkButton href="/incidents">Go to the incidents</LinkButton>}>
        A pair appears here when a record that is not published yet looks like another one, and nobody has decided on the two.
      </EmptyState>
    );
  }
  return (
    <ol className="grid gap-5">
      {queue.map(({ record, like }) => (
        <li key={record.id}>
          <Card
            title={<TextLink href={`/incidents/${record.id}`}>{record.title}</TextLink>}
            lead={`${record.reference} · ${workflowStateLabel(record.workflow)}`}
          >
            <ul className="divide-y divide-line">
              {like.map((entry) => (
                <li key={entry.id} className="py-3 first:pt-0 last:pb-0">
                  <LikeRecordLine like={entry} />
                  <PairDecisions record={record} other={entry} mayRelate={mayRelate} mayMerge={mayMerge} />
                </li>
              ))}
            </ul>
          </Card>
        </li>
      ))}
    </ol>
  );
}
