import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { incidentTypeLabel } from "@/lib/codelists/incident-type";
import { workflowStateLabel } from "@/lib/codelists/workflow";
import type { IncidentView } from "@/lib/incidents/domain/record";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { QueueReason } from "@/lib/reviews/queue/domain";
import { reasonInWords, waitingFor, weighs } from "./queue-facts";

export type QueueEntry = {
  readonly incident: IncidentView;
  readonly isOwnWork: boolean;
  readonly approvals: { readonly given: number; readonly needed: number };
  readonly hasDecided: boolean;
  readonly reasons: readonly QueueReason[];
  readonly since: string | null;
  readonly author: string | null;
  readonly claimedBy: string | null;
};

/** One record waiting for review, with what a reviewer needs to choose. */
export function QueueRow({ entry, today }: { entry: QueueEntry; today: CalendarDate }) {
  const { incident, author, claimedBy } = entry;
  return (
    <li className="grid gap-x-5 gap-y-1.5 px-4 py-3 md:grid-cols-[8.5rem_minmax(0,1fr)_15rem]">
      <p className="text-sm text-ink">
        Waiting {waitingFor(entry.since, today)}
        <span className="block text-xs text-ink-soft">{incident.reference}</span>
      </p>
      <div className="min-w-0">
        <p className="text-xs text-ink-soft">{incidentTypeLabel(incident.type)}</p>
        <h2 className="font-semibold break-words text-ink">
          <Link href={`/incidents/${incident.id}`} data-queue-link className="text-ink underline decoration-line-strong underline-offset-2 hover:decoration-current">
            {incident.title}
          </Link>
        </h2>
        <p className="text-sm text-ink-soft">
          {author !== null && `By ${author}`}
          {claimedBy !== null && ` · taken by ${claimedBy}`}
        </p>
        <ul className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-sm text-ink" aria-label="Why it waits">
          {entry.reasons.map((reason) => (
            <li key={reasonInWords(reason)} className={weighs(reason) ? "font-medium" : undefined}>
              {reasonInWords(reason)}
            </li>
          ))}
        </ul>
        {entry.hasDecided && <p className="mt-1 text-sm text-ink">You have decided: it waits for another reviewer.</p>}
        {entry.isOwnWork && <p className="mt-1 text-sm text-ink">You wrote or last edited this: somebody else reviews it.</p>}
      </div>
      <div className="text-sm text-ink">
        <Badge tone="calm">{workflowStateLabel(incident.workflow)}</Badge>
        <Standing entry={entry} />
      </div>
    </li>
  );
}

function Standing({ entry: { incident, approvals } }: { entry: QueueEntry }) {
  if (approvals.needed < 2 || (incident.workflow === "PUBLISHED" && approvals.given === 0)) return null;
  return (
    <p className="mt-1 text-ink-soft">
      {approvals.given} of {approvals.needed}
      {incident.workflow === "PUBLISHED" ? " reviewers for a retraction" : " approvals"}
    </p>
  );
}
