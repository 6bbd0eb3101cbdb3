import { Badge } from "@/components/ui/badge";
import type { Stood } from "@/lib/compliance/decisions/domain/standing";
import { decisionInWords, driftInWords } from "./decision-words";

/** A small sign beside a state that reviewers have decided on, or are deciding on. Nothing where nobody has. */
export function DecisionMark({ decision, isDecisionWaiting }: Pick<Stood, "decision"> & { isDecisionWaiting: boolean }) {
  const drift = decision === null ? "" : driftInWords(decision.drift);
  return (
    <>
      {/* A deferred state carries the mark "under review" already. */}
      {decision !== null && (decision.command !== "DEFER" || drift !== "") && (
        <Badge tone={drift === "" ? "neutral" : "notice"} title={drift === "" ? `Reviewers ${decisionInWords(decision)}` : drift}>
          {drift === "" ? (decision.command === "ACCEPT" ? "Accepted" : "Decided") : "Drifted since the decision"}
        </Badge>
      )}
      {isDecisionWaiting && (
        <Badge tone="muted" title="A decision has no effect until a second reviewer confirms it">
          Waits for a second reviewer
        </Badge>
      )}
    </>
  );
}
