import type { Verdict } from "./assessment";
import { breachesIn, breachReasons, lastBefore, lastingChanges } from "./conduct";
import { coverageOver, type Window } from "./coverage";
import { inWords } from "./day-text";
import { endedBase } from "./ended-base";
import type { AssessmentContext, ObligationInput } from "./obligation";
import { because, becauseOf, type Reason } from "./reason";
import { type BoardFact, lastDayOf } from "./record";

/** What must not happen: breaches in the window decide, and older ones that changed what the duty forbids to change; calm is reported only where somebody could observe. */
export function assessStandingNegative(obligation: ObligationInput, facts: readonly BoardFact[], context: AssessmentContext): Verdict {
  const coverage = coverageOver(obligation, context);
  const ended = facts.filter((fact) => fact.effect === "ENDED").at(-1);
  const base = endedBase(context.dependencies);
  const recent = breachesIn(facts, coverage.window);
  const isOlder = (fact: BoardFact): boolean => lastDayOf(fact) < coverage.window.from;
  const lasting = lastingChanges(obligation, facts);
  const grave = [...recent.grave, ...lasting.grave.filter(isOlder)];
  const other = [...recent.other, ...lasting.other.filter(isOlder)];
  const reasons = [
    ...breachReasons("SN1", recent.grave),
    ...lastingReasons(lasting.grave.filter(isOlder)),
    ...breachReasons("SN2", recent.other),
    ...lastingReasons(lasting.other.filter(isOlder)),
  ];
  const { overlays } = coverage;
  if (ended) {
    const why = [becauseOf("SN5", ended, `Its object came to an end on ${inWords(ended.occurredStart)}: ${ended.label}`), ...reasons, coverage.reason];
    return { state: "C_SUPERSEDED_BY_EVENTS", because: why, overlays, decidedBy: [ended] };
  }
  if (base) {
    const overtaken = because("SN5", `${base.code}, which this prohibition belongs to, ended on ${inWords(base.endedOn)}.`, base.endedOn);
    return { state: "C_SUPERSEDED_BY_EVENTS", because: [overtaken, ...reasons, coverage.reason], overlays };
  }
  if (grave.length > 0) return { state: "C_BREACHED", because: [...reasons, coverage.reason], overlays, decidedBy: grave };
  if (other.length > 0) return { state: "C_STRAINED", because: [...reasons, coverage.reason], overlays, decidedBy: other };
  const span = `from ${inWords(coverage.window.from)} to ${inWords(coverage.window.to)}`;
  const earlier = earlierReason(facts, coverage.window);
  if (coverage.isEnough) return { state: "C_HOLDING", because: [because("SN3", `No counted breach ${span}.`), coverage.reason, ...earlier], overlays };
  const unseen = because("SN4", `No counted breach ${span}, but too few days were observed to call that calm.`);
  return { state: "NOT_ASSESSED", because: [unseen, coverage.reason, ...earlier], overlays };
}

/** What a breach before the window changed and nothing on record has given back, newest first. */
const lastingReasons = (facts: readonly BoardFact[]): Reason[] =>
  [...facts].reverse().map((fact) => becauseOf("SN6", fact, `Changed on ${inWords(fact.occurredStart)}, with no counted record that it was given back: ${fact.label}`));

function earlierReason(facts: readonly BoardFact[], window: Window): Reason[] {
  const last = lastBefore(facts, window);
  return last ? [becauseOf("SN2", last, `Before the window, the last counted breach: ${last.label}`)] : [];
}
