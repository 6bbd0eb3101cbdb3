import { Badge } from "@/components/ui/badge";
import { DateText } from "@/components/ui/date-text";
import { ExternalLink } from "@/components/ui/external-link";
import { correctionAimLabel, correctionKindLabel, correctionOutcomeLabel } from "@/lib/codelists/correction";
import { clockInWords, type CorrectionRequestView } from "@/lib/corrections/domain/request";
import type { CalendarDate } from "@/lib/kernel/calendar-date";

type RequestFactsProps = { request: CorrectionRequestView; today: CalendarDate };

/** What is asked, by whom, where its clock stands, and how it was decided. The words are the filer's own. */
export function RequestFacts({ request, today }: RequestFactsProps) {
  const isOverdue = request.outcome === null && request.dueOn < today;
  return (
    <div className="grid gap-2 text-sm">
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={request.outcome === null ? (isOverdue ? "strong" : "notice") : "calm"}>{request.outcome === null ? "Open" : correctionOutcomeLabel(request.outcome)}</Badge>
        <span className="text-ink">{clockInWords(request, today)}</span>
        <span className="text-ink-soft">
          filed <DateText value={request.filedAt.slice(0, 10)} />, to be decided by <DateText value={request.dueOn} />
        </span>
      </p>
      <p className="text-ink">
        {correctionAimLabel(request.aim)}: {correctionKindLabel(request.kind).toLowerCase()}
        {request.onBehalfOf !== null && `, for ${request.onBehalfOf}`}
        {request.filedBy !== null && ` (filed by ${request.filedBy})`}
      </p>
      {request.says === null ? (
        <p className="text-ink-soft">The words are withheld for you, to keep people safe.</p>
      ) : (
        <blockquote className="border-l-2 border-line-strong pl-3 break-words whitespace-pre-line text-ink">{request.says}</blockquote>
      )}
      {request.evidenceUrl !== null && (
        <p className="break-all">
          <ExternalLink href={request.evidenceUrl}>{request.evidenceUrl}</ExternalLink>
        </p>
      )}
      {request.outcome !== null && request.decisionReason !== null && <p className="text-ink">Reason of the decision: {request.decisionReason}</p>}
    </div>
  );
}
