import { addMonths, type CalendarDate } from "@/lib/kernel/calendar-date";
import type { Verdict } from "./assessment";
import { breachesIn, breachReasons } from "./conduct";
import { coverageOver } from "./coverage";
import { inWords } from "./day-text";
import type { AssessmentContext, ObligationInput, StartReading } from "./obligation";
import { because, becauseOf, type Reason } from "./reason";
import type { BoardFact } from "./record";

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
  return startsOf(obligation).map((start) => {
    let period = 1;
    while (addMonths(start.on, years * 12 * period) < asOf) period++;
    const expiresOn = addMonths(start.on, years * 12 * period);
    const noticeOn = noticeMonths === null ? null : addMonths(expiresOn, -noticeMonths);
    return { holder: start.holder, basis: start.basis, startsOn: start.on, firstExpiresOn: addMonths(start.on, years * 12), noticeOn, expiresOn };
  });
}

function startsOf(obligation: ObligationInput): readonly StartReading[] {
  if (obligation.terms.startReadings.length > 0) return obligation.terms.startReadings;
  return obligation.startsOn === null ? [] : [{ holder: "Text", on: obligation.startsOn, basis: "start of the duty" }];
}

/** Period, renewal and notice, for each reading of the start. */
export function assessTerm(obligation: ObligationInput, facts: readonly BoardFact[], context: AssessmentContext): Verdict {
  const coverage = coverageOver(obligation, context);
  const { overlays } = coverage;
  const overtaken = context.dependencies.find((entry) => entry.kind === "TERM" && entry.endedOn !== null);
  const ended = facts.find((fact) => fact.effect === "ENDED");
  const readings = termReadings(obligation, context.asOf);
  if (overtaken?.endedOn) {
    const reason = because("TE6", `${overtaken.code}, the term that this clause belongs to, ended on ${inWords(overtaken.endedOn)}.`, overtaken.endedOn);
    return { state: "C_SUPERSEDED_BY_EVENTS", because: [reason, ...dateReasons(readings)], overlays: [] };
  }
  if (ended) return endedVerdict(obligation, ended);
  const lapsed = lapse(obligation, facts, context.asOf);
  if (lapsed) return lapsed;
  if (readings.length === 0) return { state: "NOT_ASSESSED", because: [because("TE1", "The length of the term or its start is not on record.")], overlays };
  const { grave, other } = breachesIn(facts, coverage.window);
  const dates = dateReasons(readings);
  const nextDate = nextOf(readings, context.asOf);
  if (grave.length > 0) return { state: "C_BREACHED", because: [...breachReasons("SN1", grave), ...breachReasons("SN2", other), ...dates], overlays, nextDate, decidedBy: grave };
  if (other.length > 0) return { state: "C_STRAINED", because: [...breachReasons("SN2", other), ...dates], overlays, nextDate, decidedBy: other };
  const first = renewalReason(readings) ?? because("TE5", "Within the term; no counted record that it ended or was breached.");
  return { state: coverage.isEnough ? "C_HOLDING" : "NOT_ASSESSED", because: [first, coverage.reason, ...dates], overlays, nextDate };
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

/** A notice in time under every reading ends the term at the end of its period. */
function lapse(obligation: ObligationInput, facts: readonly BoardFact[], asOf: CalendarDate): Verdict | undefined {
  for (const notice of facts.filter((fact) => fact.relation === "AMENDMENT")) {
    const readings = termReadings(obligation, notice.occurredStart);
    const isInTime = readings.length > 0 && readings.every((reading) => reading.noticeOn === null || notice.occurredStart <= reading.noticeOn);
    const isOver = readings.every((reading) => asOf > reading.expiresOn);
    const reason = becauseOf("TE3", notice, `Notice given on ${inWords(notice.occurredStart)}: ${notice.label}`);
    if (isInTime && isOver) return { state: "C_LAPSED", because: [reason, ...dateReasons(readings)], decidedBy: [notice] };
  }
  return undefined;
}

function renewalReason(readings: readonly TermReading[]): Reason | undefined {
  const renewed = readings.find((reading) => reading.firstExpiresOn < reading.expiresOn);
  if (!renewed) return undefined;
  const doubt = readings.every((reading) => reading.firstExpiresOn < reading.expiresOn) ? "" : " under one reading of the start";
  return because("TE4", `The first period ended on ${inWords(renewed.firstExpiresOn)}${doubt}, with no notice and no end on record: renewed by the wording.`, renewed.firstExpiresOn);
}

const nextOf = (readings: readonly TermReading[], asOf: CalendarDate): CalendarDate | null =>
  readings.flatMap((reading) => (reading.noticeOn === null ? [reading.expiresOn] : [reading.noticeOn, reading.expiresOn])).filter((day) => day >= asOf).sort()[0] ?? null;
