import { complianceStateLabel } from "@/lib/codelists/compliance-state";
import { decisionDriftLabel } from "@/lib/codelists/decision-drift";
import type { DecisionInForce } from "@/lib/compliance/decisions/domain/standing";

/** What reviewers did with the proposal: the rest of a sentence that begins with them. */
export function decisionInWords({ command, decidedState }: Pick<DecisionInForce, "command" | "decidedState">): string {
  if (command === "DEFER" || decidedState === null) return "deferred it";
  return command === "ACCEPT" ? `accepted it as “${complianceStateLabel(decidedState)}”` : `changed it to “${complianceStateLabel(decidedState)}”`;
}

/** What has become different since a decision, in a sentence; empty where nothing has. */
export const driftInWords = (drift: DecisionInForce["drift"]): string => drift.map((code, index) => (index === 0 ? decisionDriftLabel(code) : decisionDriftLabel(code).toLowerCase())).join("; ");
