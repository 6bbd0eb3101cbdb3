import { addMonths, type CalendarDate } from "@/lib/kernel/calendar-date";
import type { Overlay } from "@/lib/codelists/overlay";
import type { Verdict } from "./assessment";
import { breachesIn, breachReasons } from "./conduct";
import { coverageOver } from "./coverage";
import { inWords } from "./day-text";
import { type Disruption, disruptionsOf, isOpenOn } from "./disruptions";
import { endedBase, overtakenReason } from "./ended-base";
import { beginningOf } from "./evidence";
import type { AssessmentContext, ObligationInput } from "./obligation";
import { because, becauseOf, type Reason } from "./reason";
import type { BoardFact } from "./record";

/** The days on which a set term ends, earliest first, one for each reading of its start that there is on `day`; none where the text sets no term. */
function termEnds(obligation: ObligationInput, day: CalendarDate): CalendarDate[] {
  const { termYears, startReadings } = obligation.terms;
  const ends = termYears === null ? [] : startReadings.filter((reading) => reading.on <= day).map((reading) => addMonths(reading.on, termYears * 12));
  return ends.length > 0 ? ends.sort() : [obligation.endsOn].filter((day) => day !== null);
}

/** What must be kept up: its end, open closures, breaches in the window, and only then calm, which asks for evidence and for observers. */
export function assessStandingPositive(obligation: ObligationInput, facts: readonly BoardFact[], context: AssessmentContext): Verdict {
  const coverage = coverageOver(obligation, context);
  const { overlays, window } = coverage;
  const open = disruptionsOf(facts).filter((entry) => isOpenOn(entry, context.asOf));
  const end = endOf(obligation, facts, context);
  if (end) return { ...end, because: [...end.because, ...disruptionReasons(open), coverage.reason], overlays: [...overlays, ...(end.overlays ?? [])] };
  const openFacts = new Set(open.map((entry) => entry.fact));
  const { grave, other } = breachesIn(facts, window);
  const untold = (breaches: readonly BoardFact[]): BoardFact[] => breaches.filter((fact) => !openFacts.has(fact));
  const worst = [...disruptionReasons(open.filter((entry) => entry.isGrave)), ...breachReasons("SN1", untold(grave))];
  const others = [...disruptionReasons(open.filter((entry) => !entry.isGrave)), ...breachReasons("SN2", untold(other))];
  const reasons = [...worst, ...others, coverage.reason];
  const deciding = [...open.filter((entry) => entry.isGrave).map((entry) => entry.fact), ...grave];
  if (deciding.length > 0) return { state: "C_BREACHED", because: reasons, overlays, decidedBy: deciding };
  if (others.length > 0) return { state: "C_STRAINED", because: reasons, overlays, decidedBy: [...openFacts, ...other] };
  const span = `from ${inWords(window.from)} to ${inWords(window.to)}`;
  const begun = beginningOf(facts, context.asOf);
  const evidence = begun ? [becauseOf("SP6", begun.fact, `Begun by ${inWords(begun.on)}: ${begun.fact.label}`)] : [because("SP6", "No counted record that it was ever begun or kept up: its being done can't be read from silence.")];
  if (!coverage.isEnough) {
    const unseen = because("SN4", `No open closure or counted breach ${span}, but too few days were observed to call that kept.`);
    return { state: "NOT_ASSESSED", because: [unseen, coverage.reason, ...evidence], overlays };
  }
  if (!begun) return { state: "NOT_ASSESSED", because: [...evidence, coverage.reason], overlays };
  const calm = because("SN3", `No open closure or restriction, and no counted breach ${span}.`);
  return { state: "C_HOLDING", because: [calm, ...evidence, coverage.reason], overlays, decidedBy: [begun.fact] };
}

const disruptionReasons = (open: readonly Disruption[]): Reason[] =>
  [...open]
    .sort((a, b) => Number(b.isGrave) - Number(a.isGrave))
    .map(({ fact, isClosure, isGrave, lastOn }) => {
      const what = isClosure ? "Closed" : "Restricted";
      const until = lastOn === null ? "no later record of reopening" : `by its own record to ${inWords(lastOn)}`;
      return becauseOf(isGrave ? "SP1" : "SP2", fact, `${what} since ${inWords(fact.occurredStart)}, ${until}: ${fact.label}`);
    });

function endOf(obligation: ObligationInput, facts: readonly BoardFact[], context: AssessmentContext): Verdict | undefined {
  const ended = facts.find((fact) => fact.effect === "ENDED");
  if (ended) return endedVerdict(termEnds(obligation, ended.occurredStart), ended);
  const base = endedBase(context.dependencies);
  if (!base) return undefined;
  return { state: "C_SUPERSEDED_BY_EVENTS", because: [overtakenReason(base)] };
}

/** Ended before its term under one reading of the start at least: early; marked contested where another reading had it run out. */
function endedVerdict(ends: readonly CalendarDate[], ended: BoardFact): Verdict {
  const [first] = ends;
  const last = ends.at(-1);
  const term = first === undefined || last === undefined ? "no term is set for it" : `its term runs to ${[...new Set([first, last])].map(inWords).join(" or ")}`;
  const isEarly = last !== undefined && ended.occurredStart < last;
  const overlays: Overlay[] = isEarly && first !== undefined && ended.occurredStart >= first ? ["CONTESTED"] : [];
  const reason = becauseOf("SP4", ended, `Ended on ${inWords(ended.occurredStart)} (${term}): ${ended.label}`);
  return { state: isEarly ? "C_TERMINATED_EARLY" : "C_SUPERSEDED_BY_EVENTS", because: [reason], overlays, decidedBy: [ended] };
}
