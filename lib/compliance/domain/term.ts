import { addMonths, type CalendarDate } from "@/lib/kernel/calendar-date";
import type { Overlay } from "@/lib/codelists/overlay";
import type { Verdict } from "./assessment";
import { breachesIn, breachReasons } from "./conduct";
import { type CoverageAnswer, coverageOver } from "./coverage";
import { inWords } from "./day-text";
import { disruptionsOf, isOpenOn } from "./disruptions";
import { endedBase } from "./ended-base";
import type { AssessmentContext, ObligationInput, StartReading } from "./obligation";
import { because, becauseOf, type Reason } from "./reason";
import type { BoardFact } from "./record";
import { holdersBy } from "./stated-day";

/** The dates of one period under one reading of the start. */
export type TermReading = {
  readonly holder: string;
  readonly basis: string;
  readonly startsOn: CalendarDate;
  readonly firstExpiresOn: CalendarDate;
  readonly noticeOn: CalendarDate | null;
  readonly expiresOn: CalendarDate;
};

const figureOf = (obligation: ObligationInput, unit: string): number | null => obligation.quantities.find((entry) => entry.unit?.startsWith(unit) === true)?.value ?? null;

/** The period that runs on `asOf` under each reading of the start; periods follow one another as the text repeats them. */
export function termReadings(obligation: ObligationInput, asOf: CalendarDate): TermReading[] {
  const years = obligation.terms.termYears ?? figureOf(obligation, "years");
  const noticeMonths = obligation.terms.noticeMonths ?? figureOf(obligation, "months");
  if (years === null) return [];
  return startsOf(obligation, asOf).map((start) => {
    let period = 1;
    while (addMonths(start.on, years * 12 * period) < asOf) period++;
    const expiresOn = addMonths(start.on, years * 12 * period);
    const noticeOn = noticeMonths === null ? null : addMonths(expiresOn, -noticeMonths);
    return { holder: start.holder, basis: start.basis, startsOn: start.on, firstExpiresOn: addMonths(start.on, years * 12), noticeOn, expiresOn };
  });
}

/** The readings of the start that there are on a day: one that counts from an event is none before the event. */
function startsOf(obligation: ObligationInput, asOf: CalendarDate): readonly StartReading[] {
  if (obligation.terms.startReadings.length > 0) return obligation.terms.startReadings.filter((start) => start.on <= asOf);
  return obligation.startsOn === null ? [] : [{ holder: "Text", on: obligation.startsOn, basis: "start of the duty" }];
}

/** Period, renewal, notice and end, for each reading of the start. */
export function assessTerm(obligation: ObligationInput, facts: readonly BoardFact[], context: AssessmentContext): Verdict {
  const coverage = coverageOver(obligation, context);
  const { overlays } = coverage;
  const readings = termReadings(obligation, context.asOf);
  const overtaken = endedBase(context.dependencies.filter((entry) => entry.kind === "TERM"));
  if (overtaken) {
    const reason = because("TE6", `${overtaken.code}, the term that this clause belongs to, ended on ${inWords(overtaken.endedOn)}.`, overtaken.endedOn);
    return { state: "C_SUPERSEDED_BY_EVENTS", because: [reason, ...dateReasons(termReadings(obligation, overtaken.endedOn))], overlays: [] };
  }
  const ended = facts.find((fact) => fact.effect === "ENDED");
  if (ended) return endedVerdict(obligation, ended);
  const notices = noticesOf(obligation, facts, context.asOf);
  const lapsed = notices.find((notice) => notice.lapsedUnder === "EVERY");
  if (lapsed) return { state: "C_LAPSED", because: [lapsed.reason, ...dateReasons(termReadings(obligation, lapsed.fact.occurredStart))], decidedBy: [lapsed.fact] };
  if (readings.length === 0) return { state: "NOT_ASSESSED", because: [because("TE1", "The length of the term or its start is not on record.")], overlays };
  const { grave, other } = breachesIn(facts, coverage.window);
  const dates = [...notices.map((notice) => notice.reason), ...dateReasons(readings)];
  const nextDate = nextOf(readings, context.asOf);
  if (grave.length > 0) return { state: "C_BREACHED", because: [...breachReasons("SN1", grave), ...breachReasons("SN2", other), ...dates], overlays, nextDate, decidedBy: grave };
  const open = disruptionsOf(facts).filter((entry) => isOpenOn(entry, context.asOf)).map((entry) => entry.fact);
  const partly = open.map((fact) => becauseOf("TE7", fact, `Kept up in part only since ${inWords(fact.occurredStart)}, and not ended: ${fact.label}`));
  if (open.length + other.length > 0) return { state: "C_STRAINED", because: [...partly, ...breachReasons("SN2", other), ...dates], overlays, nextDate, decidedBy: [...open, ...other] };
  const running = runningVerdict(obligation, { readings, coverage }, context.asOf);
  const isDoubtful = notices.some((notice) => notice.lapsedUnder === "SOME");
  return { ...running, because: [...running.because, ...dates], overlays: [...(running.overlays ?? []), ...(isDoubtful ? (["CONTESTED"] as const) : [])], nextDate };
}

/** Nothing ended it: that the period runs, and under which readings it was renewed. */
function runningVerdict(obligation: ObligationInput, { readings, coverage }: { readings: readonly TermReading[]; coverage: CoverageAnswer }, asOf: CalendarDate): Verdict {
  const renewed = renewalReason(readings);
  const holders = holdersBy(obligation.interpretations, asOf);
  const disputed = renewed && holders.length >= 2 ? [because("TE4", `Holders read the clause differently (${holders.join("; ")}): whether silence renewed it is contested.`)] : [];
  const overlays: Overlay[] = [...coverage.overlays, ...(disputed.length > 0 ? (["CONTESTED"] as const) : [])];
  if (!coverage.isEnough) {
    const unseen = because("TE5", "No counted record ends it, but too few days were observed to say that it runs.");
    return { state: "NOT_ASSESSED", because: [unseen, ...(renewed ? [renewed] : []), ...disputed, coverage.reason], overlays };
  }
  const runs = because("TE5", "The period runs: no counted record of an end, of a notice in time, or of a breach. “Holding” says no more than that.");
  return { state: "C_HOLDING", because: [renewed ?? runs, ...disputed, coverage.reason], overlays };
}

const dateReasons = (readings: readonly TermReading[]): Reason[] =>
  readings.map((reading) => {
    const notice = reading.noticeOn === null ? "" : `; notice by ${inWords(reading.noticeOn)}`;
    const basis = reading.basis === "" ? "" : `: ${reading.basis}`;
    return because("TE1", `Counted from ${inWords(reading.startsOn)} (${reading.holder}${basis}): the period ends on ${inWords(reading.expiresOn)}${notice}.`, reading.expiresOn);
  });

function endedVerdict(obligation: ObligationInput, ended: BoardFact): Verdict {
  const readings = termReadings(obligation, ended.occurredStart);
  const isEarlyUnder = readings.filter((reading) => ended.occurredStart < reading.expiresOn);
  const isDisputed = isEarlyUnder.length > 0 && isEarlyUnder.length < readings.length;
  const reason = becauseOf("TE2", ended, `Ended on ${inWords(ended.occurredStart)}: ${ended.label}`);
  const state = isEarlyUnder.length > 0 || readings.length === 0 ? "C_TERMINATED_EARLY" : "C_LAPSED";
  return { state, because: [reason, ...dateReasons(readings)], overlays: isDisputed ? ["CONTESTED"] : [], decidedBy: [ended] };
}

type Notice = { readonly fact: BoardFact; readonly reason: Reason; readonly lapsedUnder: "EVERY" | "SOME" | "NONE" };

/** Notices against renewal, and whether one ended the term by `asOf`: in time, and its period over, under every reading or some. */
function noticesOf(obligation: ObligationInput, facts: readonly BoardFact[], asOf: CalendarDate): Notice[] {
  return facts
    .filter((fact) => fact.relation === "AMENDMENT")
    .map((fact) => {
      const readings = termReadings(obligation, fact.occurredStart);
      const inTime = readings.filter((reading) => reading.noticeOn === null || fact.occurredStart <= reading.noticeOn);
      const over = inTime.filter((reading) => asOf > reading.expiresOn);
      const under = inTime.length === readings.length ? "in time" : inTime.length === 0 ? "too late for the period that ran" : "in time under one reading of the start and late under another";
      const reason = becauseOf("TE3", fact, `Notice given on ${inWords(fact.occurredStart)}, ${under}: ${fact.label}`);
      return { fact, reason, lapsedUnder: over.length === 0 ? "NONE" : over.length === readings.length ? "EVERY" : "SOME" };
    });
}

function renewalReason(readings: readonly TermReading[]): Reason | undefined {
  const renewed = readings.find((reading) => reading.firstExpiresOn < reading.expiresOn);
  if (!renewed) return undefined;
  const doubt = readings.every((reading) => reading.firstExpiresOn < reading.expiresOn) ? "" : " under one reading of the start";
  return because("TE4", `The first period ended on ${inWords(renewed.firstExpiresOn)}${doubt}, with no notice in time and no end on record: renewed by the wording.`, renewed.firstExpiresOn);
}

const nextOf = (readings: readonly TermReading[], asOf: CalendarDate): CalendarDate | null =>
  readings.flatMap((reading) => (reading.noticeOn === null ? [reading.expiresOn] : [reading.noticeOn, reading.expiresOn])).filter((day) => day >= asOf).sort()[0] ?? null;
