import type { ComplianceState } from "@/lib/codelists/compliance-state";
import type { DecisionCommand } from "@/lib/codelists/decision-command";
import type { DecisionDrift } from "@/lib/codelists/decision-drift";
import { complianceStateLabel } from "@/lib/codelists/compliance-state";
import { type CalendarDate, calendarDate } from "@/lib/kernel/calendar-date";
import type { Assessment } from "../../domain/assessment";
import { inWords } from "../../domain/day-text";
import { because, type Reason } from "../../domain/reason";
import type { RuleCode } from "../../domain/rules";
import { isBetter } from "../../domain/state-order";
import type { StatusDecision } from "./decision";

/** The decision that speaks for a board, and what has become different since. */
export type DecisionInForce = {
  readonly id: number;
  readonly command: DecisionCommand;
  readonly decidedState: ComplianceState | null;
  readonly asOf: CalendarDate;
  /** The instant (UTC) from which it stands: where it took two, that of the second reviewer's word. */
  readonly decidedAt: string;
  readonly ruleVersion: string;
  readonly reason: string;
  readonly drift: readonly DecisionDrift[];
};

/** What stands on the board: the engine's answer with the decision laid over it. `state` is what stands, `proposedState` what the engine says. */
export type Stood = Assessment & { readonly proposedState: ComplianceState; readonly decision: DecisionInForce | null };

/** The answer as it is now: by which rules, and the digest of what they read. */
export type Edition = { readonly ruleVersion: string; readonly inputsDigest: string };

/**
 * What stands where the engine says `assessment` and reviewers decided `decision`:
 * accepted, the engine's state; changed, the decided state until the proposal is another, and then the worse of the two, so
 * that nothing turns better by itself after reviewers decided; deferred, the proposal under the mark "under review".
 * What differs from what the reviewers saw is told as drift.
 */
export function standing(assessment: Assessment, decision: StatusDecision | undefined, edition: Edition): Stood {
  const proposedState = assessment.state;
  if (!decision || decision.inForceAt === null) return { ...assessment, proposedState, decision: null };
  const drift = driftOf(assessment, decision, edition);
  const { id, command, decidedState, asOf, inForceAt, ruleVersion, reason } = decision;
  const stood = { proposedState, decision: { id, command, decidedState, asOf, decidedAt: inForceAt, ruleVersion, reason, drift } };
  if (command === "DEFER") {
    const overlays = [...new Set([...assessment.overlays, "UNDER_REVIEW" as const])].sort();
    return { ...assessment, ...stood, overlays, because: [...assessment.because, reasonOf("RV3", "Deferred", decision)] };
  }
  if (command === "ACCEPT" || decidedState === null) return { ...assessment, ...stood };
  const isProposalWorse = drift.includes("STATE") && isBetter(decidedState, proposedState);
  const word = `“${complianceStateLabel(decidedState)}” decided`;
  if (isProposalWorse) return { ...assessment, ...stood, because: [...assessment.because, reasonOf("RV2", `The proposal has become worse than the state that was decided and stands. ${word}`, decision)] };
  return { ...assessment, ...stood, state: decidedState, because: [reasonOf("RV1", word, decision), ...assessment.because] };
}

/** Another proposal, or the same one from other inputs, or judged by other rules. */
function driftOf(assessment: Assessment, decision: StatusDecision, { ruleVersion, inputsDigest }: Edition): DecisionDrift[] {
  const isSameProposal = assessment.state === decision.proposedState && assessment.timeliness === decision.proposedTimeliness;
  const isSameVersion = ruleVersion === decision.ruleVersion;
  // The digest covers the thresholds, so under other rules it says nothing of the records.
  const isOtherInput = isSameProposal && isSameVersion && inputsDigest !== decision.inputsDigest;
  return [...(isSameProposal ? [] : (["STATE"] as const)), ...(isOtherInput ? (["INPUTS"] as const) : []), ...(isSameVersion ? [] : (["RULES"] as const))];
}

function reasonOf(rule: RuleCode, words: string, { asOf, inForceAt, decidedAt, reason }: StatusDecision): Reason {
  const on = calendarDate((inForceAt ?? decidedAt).slice(0, 10));
  return because(rule, `${words} by reviewers on ${inWords(on)}, for ${inWords(asOf)}: “${reason}”`, on);
}
