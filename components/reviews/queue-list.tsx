import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { QueueKeys } from "./queue-keys";
import { QueueRow, type QueueEntry } from "./queue-row";

type QueueListProps = { items: readonly QueueEntry[]; total: number; isReviewer: boolean; today: CalendarDate };

/** The records that wait, or that none does. */
export function QueueList({ items, total, isReviewer, today }: QueueListProps) {
  if (items.length === 0) {
    return (
      <EmptyState title="Nothing waits for review" action={<LinkButton href="/incidents">Go to the incidents</LinkButton>}>
        {isReviewer ? "Records appear here as soon as an analyst submits them." : "Records that you may see appear here as soon as they are submitted."}
      </EmptyState>
    );
  }
  return (
    <>
      {!isReviewer && (
        <Notice className="mb-4">You can follow the queue. Decisions are made by reviewers who did not write the record.</Notice>
      )}
      <p className="mb-2 text-sm text-ink-soft">
        {total <= items.length ? `${total} waiting` : `The ${items.length} longest waiting of ${total}`}
      </p>
      <QueueKeys>
        {items.map((entry) => (
          <QueueRow key={entry.incident.id} entry={entry} today={today} />
        ))}
      </QueueKeys>
    </>
  );
}
