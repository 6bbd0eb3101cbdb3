import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { TextLink } from "@/components/ui/text-link";
import type { CorrectionRequestView } from "@/lib/corrections/domain/request";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { RequestFacts } from "./request-facts";

type RequestsCardProps = { incident: { id: number }; items: readonly CorrectionRequestView[]; today: CalendarDate; isPublic: boolean };

/** What is said against a public record, and the way to say it. Absent on a record that was never public. */
export function RequestsCard({ incident, items, today, isPublic }: RequestsCardProps) {
  if (!isPublic) return null;
  return (
    <Card
      title="Replies and requests to correct"
      lead="Whoever can read a public record may contradict it. What is filed stands here as the filer’s words."
      actions={
        <LinkButton href={`/incidents/${incident.id}/correction`} size="small">
          Ask for a correction or reply
        </LinkButton>
      }
    >
      {items.length === 0 ? (
        <p className="text-sm text-ink-soft">None was filed.</p>
      ) : (
        <ul className="divide-y divide-line">
          {items.map((request) => (
            <li key={request.id} className="py-3 first:pt-0 last:pb-0">
              <p className="mb-1 text-sm font-medium">
                <TextLink href={`/corrections/${request.id}`}>{request.reference}</TextLink>
              </p>
              <RequestFacts request={request} today={today} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
