import { addMonths, type CalendarDate } from "@/lib/kernel/calendar-date";
import type { Verdict } from "./assessment";
import { breachesIn, breachReasons } from "./conduct";
import { coverageOver } from "./coverage";
import { inWords } from "./day-text";
import type { AssessmentContext, ObligationInput } from "./obligation";
import { because, becauseOf, type Reason } from "./reason";
import { type BoardFact, isVerified } from "./record";

type Disruption = { readonly fact: BoardFact; readonly isGrave: boolean };

/** Closures and restrictions that no later record of reopening has ended. A breach is never read as a reopening. */
export function openDisruptions(facts: readonly BoardFact[]): Disruption[] {
  const reopened = facts.filter((fact) => fact.effect === "REOPENED" && fact.relation !== "BREACH" && fact.relation !== "OBSTRUCTION").map((fact) => fact.occurredStart);
  return facts
    .filter((fact) => fact.effect === "CLOSED" || fact.effect === "RESTRICTED")
    .filter((fact) => !reopened.some((day) => day > fact.occurredStart))
    .map((fact) => ({ fact, isGrave: fact.effect === "CLOSED" && isVerified(fact) }));
}

/** The day a set term ends, by the latest reading; null where the text sets none. */
export function termEnd(obligation: ObligationInput): CalendarDate | null {
  const { termYears, startReadings } = obligation.terms;
  const ends = termYears === null ? [] : startReadings.map((reading) => addMonths(reading.on, termYears * 12));
  return ends.sort().at(-1) ?? obligation.endsOn;
}

/** What must be kept up: open closures, then breaches in the window, then coverage. */
export function assessStandingPositive(obligation: ObligationInput, facts: readonly BoardFact[], context: AssessmentContext): Verdict {
  const coverage = coverageOver(obligation, context);
  const { overlays } = coverage;
  const open = openDisruptions(facts);
  const disruptions = disruptionReasons(open);
  const end = endOf(obligation, facts, context);
  if (end) return { ...end, because: [...end.because, ...disruptions, coverage.reason], overlays };
  const { grave, other } = breachesIn(facts, coverage.window);
  const openFacts = new Set(open.map((entry) => entry.fact));
  const isToldAlready = (fact: BoardFact): boolean => openFacts.has(fact);
  const breaches = [...breachReasons("SN1", grave.filter((fact) => !isToldAlready(fact))), ...breachReasons("SN2", other.filter((fact) => !isToldAlready(fact)))];
  const reasons = [...disruptions, ...breaches, coverage.reason];
  const deciding = [...open.filter((entry) => entry.isGrave).map((entry) => entry.fact), ...grave];
  if (deciding.length > 0) return { state: "C_BREACHED", because: reasons, overlays, decidedBy: deciding };
  if (open.length > 0 || other.length > 0) return { state: "C_STRAINED", because: reasons, overlays, decidedBy: [...openFacts, ...other] };
  const span = `from ${inWords(coverage.window.from)} to ${inWords(coverage.window.to)}`;
  const calm = because("SN3", `No open closure or restriction, and no counted breach ${span}.`);
  if (coverage.isEnough) return { state: "C_HOLDING", because: [calm, coverage.reason], overlays };
  const unseen = because("SN4", `No open closure or counted breach ${span}, but too few days were observed to call that kept.`);
  return { state: "NOT_ASSESSED", because: [unseen, coverage.reason], overlays };
}

const disruptionReasons = (open: readonly Disruption[]): Reason[] =>
  [...open]
    .sort((a, b) => Number(b.isGrave) - Number(a.isGrave))
    .map(({ fact, isGrave }) => {
      const what = fact.effect === "CLOSED" ? "Closed" : "Restricted";
      return becauseOf(isGrave ? "SP1" : "SP2", fact, `${what} since ${inWords(fact.occurredStart)}, no later record of reopening: ${fact.label}`);
    });

function endOf(obligation: ObligationInput, facts: readonly BoardFact[], context: AssessmentContext): Verdict | undefined {
  const ended = facts.find((fact) => fact.effect === "ENDED");
  if (ended) {
    const end = termEnd(obligation);
    const isEarly = end !== null && ended.occurredStart < end;
    const term = end === null ? "no term is set for it" : `its term runs to ${inWords(end)}`;
    const reason = becauseOf("SP4", ended, `Ended on ${inWords(ended.occurredStart)} (${term}): ${ended.label}`);
    return { state: isEarly ? "C_TERMINATED_EARLY" : "C_SUPERSEDED_BY_EVENTS", because: [reason], decidedBy: [ended] };
  }
  const base = context.dependencies.find((entry) => entry.endedOn !== null && ["STANDING_POSITIVE", "TERM"].includes(entry.kind));
  if (!base?.endedOn) return undefined;
  return { state: "C_SUPERSEDED_BY_EVENTS", because: [because("SP5", `${base.code}, on which this duty rests, ended on ${inWords(base.endedOn)}.`, base.endedOn)] };
}
