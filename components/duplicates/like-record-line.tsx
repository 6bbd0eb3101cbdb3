import { Badge } from "@/components/ui/badge";
import { DateText } from "@/components/ui/date-text";
import { TextLink } from "@/components/ui/text-link";
import { incidentTypeLabel } from "@/lib/codelists/incident-type";
import { workflowStateLabel } from "@/lib/codelists/workflow";
import type { LikeRecord } from "@/lib/duplicates/schema";

/** Words for a score: the number alone would look more exact than it is. */
const likelihood = (score: number): string => (score >= 0.85 ? "Very alike" : score >= 0.7 ? "Alike" : "Somewhat alike");

/** Another record, how alike it is and by what. */
export function LikeRecordLine({ like, isNewTab = false }: { like: LikeRecord; isNewTab?: boolean }) {
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm">
        <Badge tone={like.score >= 0.85 ? "strong" : "notice"} title={`Score ${like.score.toFixed(2)} of 1; it sorts the list and decides nothing`}>
          {likelihood(like.score)}
        </Badge>
        <span className="text-ink-soft">{like.reference}</span>
        <DateText value={like.start} />
        <span className="text-ink-soft">{workflowStateLabel(like.workflow)}</span>
      </p>
      <p className="mt-1 font-medium break-words text-ink">
        <TextLink href={`/incidents/${like.id}`} {...(isNewTab ? { target: "_blank" } : {})}>
          {like.title}
        </TextLink>
      </p>
      <p className="text-sm text-ink-soft">{incidentTypeLabel(like.type)}</p>
      <ul className="mt-1 list-disc pl-5 text-sm text-ink-soft">
        {like.reasons.map((reason) => (
          <li key={reason.code}>{reason.text}</li>
        ))}
      </ul>
    </div>
  );
}
