import { countsOnBoard } from "@/lib/codelists/verification";
import type { BoardFact } from "./record";
import { certainDayOf, inOrder, isBreach, isVerified, lastDayOf } from "./record";
import { becauseOf, type Reason } from "./reason";
import type { RuleCode } from "./rules";
import type { Window } from "./coverage";
import type { ObligationInput } from "./obligation";

export type WindowBreaches = { readonly grave: readonly BoardFact[]; readonly other: readonly BoardFact[] };

const isInWindow = (fact: BoardFact, window: Window): boolean => fact.occurredStart <= window.to && lastDayOf(fact) >= window.from;
const isGrave = (fact: BoardFact): boolean => fact.relation === "BREACH" && isVerified(fact) && (fact.isLethal || fact.isPositionChange);

/** Breaches that touch the window: grave ones (verified, and lethal or position-changing) apart from the others. */
export function breachesIn(facts: readonly BoardFact[], window: Window): WindowBreaches {
  const breaches = facts.filter((fact) => isBreach(fact) && isInWindow(fact, window));
  return { grave: breaches.filter(isGrave), other: breaches.filter((fact) => !isGrave(fact)) };
}

/**
 * Possible breaches at V3 or above, known well enough to count and not found to be a breach, that touch the window; where a change
 * lasts, also older ones that may have changed something.
 */
export function openFindings({ terms }: ObligationInput, records: readonly BoardFact[], window: Window): BoardFact[] {
  const mayLast = (fact: BoardFact): boolean => terms.isChangeLasting && fact.isPositionChange && fact.occurredStart <= window.to;
  return inOrder(records.filter((fact) => fact.relation === "POSSIBLE_BREACH" && countsOnBoard(fact.verification) && (isInWindow(fact, window) || mayLast(fact))));
}

/**
 * Breaches that changed what a duty forbids to change, and that no later counted record of its being given back has undone. A
 * breach is never read as giving back.
 */
export function lastingChanges(obligation: ObligationInput, facts: readonly BoardFact[]): WindowBreaches {
  if (!obligation.terms.isChangeLasting) return { grave: [], other: [] };
  const undone = facts.filter((fact) => fact.effect === "REOPENED" && !isBreach(fact)).map(certainDayOf);
  const lasting = facts.filter((fact) => fact.relation === "BREACH" && fact.isPositionChange && !undone.some((day) => day > lastDayOf(fact)));
  return { grave: lasting.filter(isGrave), other: lasting.filter((fact) => !isGrave(fact)) };
}

/** One reason for each breach, newest first. */
export const breachReasons = (rule: RuleCode, facts: readonly BoardFact[]): Reason[] =>
  [...facts].reverse().map((fact) => {
    const marks = [fact.isLethal ? "people killed" : "", fact.isPositionChange ? "positions changed" : ""].filter((mark) => mark !== "");
    return becauseOf(rule, fact, `${fact.label}${marks.length > 0 ? ` (${marks.join(", ")})` : ""}`);
  });

/** The last counted record outside the window, told so that an empty window is not read as an empty past. */
export function lastBefore(facts: readonly BoardFact[], window: Window): BoardFact | undefined {
  return facts.filter((fact) => isBreach(fact) && lastDayOf(fact) < window.from).at(-1);
}
