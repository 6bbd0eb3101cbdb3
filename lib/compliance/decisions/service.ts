import { appendAudit } from "@/lib/audit/store";
import { complianceStateLabel } from "@/lib/codelists/compliance-state";
import { transaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { conflict, forbidden, invalid, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { unknownVersion } from "../rules/domain";
import { chosenRuleSet, currentRuleSet, listRuleSets } from "../rules/queries";
import { decisionStanding, statesFor, takesTwo } from "./domain/decision";
import { mayDecideStatus, mayGiveSecondWord } from "./policy";
import { findKeptDecision, findProposal, type Proposal } from "./queries";
import type { DecisionInput, SecondWordInput } from "./schema";
import { holdDecisions, insertDecision, insertSecondWord } from "./store";

/** A decision that was kept, on which duty, and whether it waits for a second reviewer. */
export type Decided = { id: number; code: string; isWaiting: boolean };

const changedSince = "What the engine reads of this duty has changed since you looked at it; read the proposal again.";

/**
 * Keeps what a reviewer makes of the engine's proposal for a duty on a day. Refused for anyone but a reviewer, for a proposal
 * that is no longer the one on the screen, and while another decision on the duty waits. A state that gets worse, or
 * "collapsed", waits for a second reviewer; everything else is in force at once.
 */
export async function decideStatus(actor: Actor, input: DecisionInput & { code: string }, now: Date): Promise<Result<Decided>> {
  if (!mayDecideStatus(actor)) return refuse(forbidden("Only a reviewer decides a status."));
  const seen = await proposalSeen(input, now);
  if (!seen.ok) return seen;
  const { obligationId, assessment } = seen.value;
  const decided = decidedStateOf(input, seen.value);
  if (!decided.ok) return decided;
  const { code, asOf, command, reason, ruleVersion, inputsDigest } = input;
  const proposed = { proposedState: assessment.state, proposedTimeliness: assessment.timeliness, proposedOverlays: assessment.overlays };
  return transaction(async (tx) => {
    const earlier = await holdDecisions(tx, obligationId);
    if (earlier.some((decision) => decisionStanding(decision) === "WAITING")) return refuse(conflict("A decision on this duty waits for a second reviewer; it is confirmed or rejected first."));
    const followsId = input.follows ?? null;
    if ((earlier[0]?.id ?? null) !== followsId) return refuse(conflict("Another reviewer has decided on this duty since you looked at it; read that first."));
    const decidedState = decided.value;
    const isWaiting = takesTwo({ asOf, proposedState: assessment.state, decidedState }, earlier);
    const kept = await insertDecision(tx, { obligationId, followsId, asOf, ruleVersion, inputsDigest, ...proposed, command, decidedState, reason, decidedById: actor.userId, now, isWaiting });
    if (!kept.ok) return kept;
    const data = { decision: kept.value.id, command, asOf, proposed: assessment.state, decided: decidedState, rules: ruleVersion, isWaiting, reason };
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "obligation", id: code }, at: now, event: "status.decided", data });
    return ok({ id: kept.value.id, code, isWaiting });
  });
}

/** The proposal that the reviewer looked at, or why it is no longer that. */
async function proposalSeen({ code, asOf, ruleVersion, inputsDigest }: DecisionInput & { code: string }, now: Date): Promise<Result<Proposal>> {
  const today = utcDayOf(now);
  if (asOf > today) return refuse(invalid("asOf", "day_ahead", `${asOf} is still ahead: how a duty stands then can't be decided on ${today}.`));
  const rules = await currentRuleSet();
  if (ruleVersion !== rules.version) {
    const known = (await listRuleSets()).map(({ version }) => version);
    if (!known.includes(ruleVersion)) return refuse(invalid("ruleVersion", "unknown_version", unknownVersion(ruleVersion, known)));
    return refuse(conflict(`The rules in force are ${rules.version}, not ${ruleVersion}; read what they propose.`));
  }
  const proposal = await findProposal(code, asOf, rules);
  if (!proposal) return refuse(notFound);
  return proposal.inputsDigest === inputsDigest ? ok(proposal) : refuse(conflict(changedSince));
}

/** The state that the command leads to: the proposal, another one of the same scale, or none. */
function decidedStateOf({ command, state }: DecisionInput, { kind, assessment }: Proposal) {
  if (command === "DEFER") return ok(null);
  if (command === "ACCEPT") return ok(assessment.state);
  const states = statesFor(kind);
  if (!state || !states.includes(state)) return refuse(invalid("state", "other_scale", `${String(state)} is no state of a duty of the kind ${kind}; there are ${states.join(", ")}.`));
  if (state === assessment.state) return refuse(invalid("state", "same_state", `“${complianceStateLabel(state)}” is what the rules propose: accept it, or choose another state.`));
  return ok(state);
}

/**
 * The second reviewer's word on a decision that takes two: confirmed, it is in force from `now` on; rejected, it never was.
 * Refused for the one who took the decision, where it waits no longer, and a confirmation also where what the engine reads has
 * changed since.
 */
export async function giveSecondWord(actor: Actor, { code, id, verdict, reason }: SecondWordInput & { code: string; id: number }, now: Date): Promise<Result<Decided>> {
  if (!mayDecideStatus(actor)) return refuse(forbidden("Only a reviewer confirms or rejects a decision."));
  const decision = await findKeptDecision(id);
  if (!decision || decision.code !== code) return refuse(notFound);
  if (!mayGiveSecondWord(actor, decision)) return refuse(forbidden("You took this decision; another reviewer confirms or rejects it."));
  if (decisionStanding(decision) !== "WAITING") return refuse(conflict("This decision waits no longer."));
  if (verdict === "CONFIRM" && !(await isAsSeen(decision))) return refuse(conflict("What the engine reads of this duty has changed since the decision was taken; reject it and decide anew."));
  return transaction(async (tx) => {
    const held = await holdDecisions(tx, decision.obligationId);
    if (held.find((entry) => entry.id === id)?.second !== null) return refuse(conflict("Another reviewer gave the second word at this moment."));
    const kept = await insertSecondWord(tx, { decisionId: id, verdict, reason: reason ?? null, reviewerId: actor.userId, decidedAt: now });
    if (!kept.ok) return kept;
    const event = verdict === "CONFIRM" ? "status.confirmed" : "status.rejected";
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "obligation", id: code }, at: now, event, data: { decision: id, ...(reason ? { reason } : {}) } });
    return ok({ id, code, isWaiting: false });
  });
}

/** Whether the engine still reads, by the same rules, what it read when the decision was taken. */
async function isAsSeen({ code, asOf, ruleVersion, inputsDigest }: { code: string; asOf: DecisionInput["asOf"]; ruleVersion: string; inputsDigest: string }): Promise<boolean> {
  const rules = await chosenRuleSet(ruleVersion);
  const proposal = rules.ok ? await findProposal(code, asOf, rules.value) : undefined;
  return proposal?.inputsDigest === inputsDigest;
}
