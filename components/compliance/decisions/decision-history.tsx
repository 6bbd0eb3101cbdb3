import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DateText } from "@/components/ui/date-text";
import { complianceStateLabel } from "@/lib/codelists/compliance-state";
import { decisionVerdictLabel } from "@/lib/codelists/decision-verdict";
import { timelinessLabel } from "@/lib/codelists/timeliness";
import { decisionStanding, type StatusDecision } from "@/lib/compliance/decisions/domain/decision";
import type { Deciders } from "@/lib/compliance/decisions/domain/desk";
import { decisionInWords } from "./decision-words";

const standingWords = { IN_FORCE: "In force", WAITING: "Waits for a second reviewer", REJECTED: "Rejected" } as const;

type DecisionHistoryProps = { decisions: readonly StatusDecision[]; deciders: ReadonlyMap<number, Deciders> };

/** Every decision on the duty, the newest first: what was proposed, what was decided, by which rules and why. */
export function DecisionHistory({ decisions, deciders }: DecisionHistoryProps) {
  if (decisions.length === 0) return null;
  return (
    <Card title={`Decisions (${decisions.length})`} lead="What was decided is never changed; a later decision takes its place.">
      <ol className="divide-y divide-line text-sm">
        {decisions.map((decision) => (
          <li key={decision.id} className="py-2.5 first:pt-0 last:pb-0">
            <Entry decision={decision} by={deciders.get(decision.id)} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Entry({ decision, by }: { decision: StatusDecision; by: Deciders | undefined }) {
  const { proposedState, proposedTimeliness, second } = decision;
  const proposal = [complianceStateLabel(proposedState), ...(proposedTimeliness === null ? [] : [timelinessLabel(proposedTimeliness)])].join(", ");
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-semibold">
          For <DateText value={decision.asOf} />: reviewers {decisionInWords(decision)}
        </span>
        <Badge tone={decisionStanding(decision) === "IN_FORCE" ? "neutral" : "muted"}>{standingWords[decisionStanding(decision)]}</Badge>
      </p>
      <p className="mt-0.5 max-w-prose break-words">“{decision.reason}”</p>
      <p className="mt-0.5 text-ink-soft">
        <DateText value={decision.decidedAt} />
        {by?.decidedBy != null && `, ${by.decidedBy}`} · proposed by rules {decision.ruleVersion}: {proposal} · inputs <span className="font-mono text-xs" title={decision.inputsDigest}>{decision.inputsDigest.slice(0, 12)}</span>
      </p>
      {second && (
        <p className="mt-0.5 break-words text-ink-soft">
          {decisionVerdictLabel(second.verdict)} <DateText value={second.decidedAt} />
          {by?.second != null && `, ${by.second}`}
          {second.reason !== null && `: “${second.reason}”`}
        </p>
      )}
    </>
  );
}
