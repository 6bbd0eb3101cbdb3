import { type ComplianceState, complianceStates } from "@/lib/codelists/compliance-state";
import type { DecisionCommand } from "@/lib/codelists/decision-command";
import type { DecisionVerdict } from "@/lib/codelists/decision-verdict";
import type { Overlay } from "@/lib/codelists/overlay";
import { obligationKinds } from "@/lib/codelists/obligation-kind";
import type { Timeliness } from "@/lib/codelists/timeliness";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { isBetter } from "../../domain/state-order";

/** What a reviewer decided over what the engine proposed for a duty on a day. Instants are UTC. */
export type StatusDecision = {
  readonly id: number;
  readonly asOf: CalendarDate;
  /** By what was known when. */
  readonly knownAt: string;
  readonly ruleVersion: string;
  /** SHA-256 (hex) of `inputsText` as the reviewer saw it. */
  readonly inputsDigest: string;
  readonly proposedState: ComplianceState;
  readonly proposedTimeliness: Timeliness | null;
  readonly proposedOverlays: readonly Overlay[];
  readonly command: DecisionCommand;
  /** Null for DEFER. */
  readonly decidedState: ComplianceState | null;
  readonly reason: string;
  readonly decidedAt: string;
  /** Null while it waits for a second reviewer, and where that one rejected it. */
  readonly inForceAt: string | null;
  /** The second reviewer's word, where it took two and was given. */
  readonly second: { readonly verdict: DecisionVerdict; readonly reason: string | null; readonly decidedAt: string } | null;
};

export type DecisionStanding = "IN_FORCE" | "WAITING" | "REJECTED";

/** Whether a decision is in force, waits for a second reviewer, or was rejected by one. */
export const decisionStanding = ({ inForceAt, second }: Pick<StatusDecision, "inForceAt" | "second">): DecisionStanding =>
  inForceAt !== null ? "IN_FORCE" : second === null ? "WAITING" : "REJECTED";

/** The moment that a board answers for; without `knownAt` by all that is known now. */
export type BoardMoment = { readonly asOf: CalendarDate; readonly knownAt?: Date | undefined };

/** The decisions that were in force by `knownAt` and are about the day or an earlier one, the one that speaks first. None leaks into an earlier knowledge. */
function inForce<D extends Pick<StatusDecision, "id" | "asOf" | "inForceAt">>(decisions: readonly D[], { asOf, knownAt }: BoardMoment): D[] {
  const keyOf = ({ asOf: day, inForceAt, id }: D): string => `${day}|${inForceAt ?? ""}|${String(id).padStart(12, "0")}`;
  return decisions
    .filter((decision) => decision.inForceAt !== null && decision.asOf <= asOf && (knownAt === undefined || decision.inForceAt <= knownAt.toISOString()))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
}

/**
 * The decision that speaks for a board: of those in force by its knowledge, the one about the latest day not after its own,
 * and of these the newest. Undefined where nobody has decided yet.
 */
export const speakingDecision = <D extends Pick<StatusDecision, "id" | "asOf" | "inForceAt">>(decisions: readonly D[], moment: BoardMoment): D | undefined => inForce(decisions, moment)[0];

const axisOf = (kind: string): string | undefined => obligationKinds.find(({ code }) => code === kind)?.axis;

/** The states that may be decided for a kind of duty: those of its own scale, and "not assessed". The two scales are never mixed. */
export const statesFor = (kind: string): ComplianceState[] => complianceStates.filter(({ axis }) => axis === "NONE" || axis === axisOf(kind)).map(({ code }) => code);

type Wanted = { readonly asOf: CalendarDate; readonly proposedState: ComplianceState; readonly decidedState: ComplianceState | null };

/**
 * Whether a decision takes a second reviewer: where the state is worse than the one last decided for a day not later, where it
 * is worse than the proposal while no decided state is in force or the last step only deferred, and always for "collapsed".
 * Deferring decides no state. The database holds the same rule (`decision_takes_two`).
 */
export function takesTwo({ asOf, proposedState, decidedState }: Wanted, earlier: readonly StatusDecision[]): boolean {
  if (decidedState === null) return false;
  if (decidedState === "C_COLLAPSED") return true;
  const standing = inForce(earlier, { asOf });
  const lastState = standing.find((decision) => decision.decidedState !== null)?.decidedState;
  if (lastState && isBetter(lastState, decidedState)) return true;
  return (standing[0]?.command ?? "DEFER") === "DEFER" && isBetter(proposedState, decidedState);
}
