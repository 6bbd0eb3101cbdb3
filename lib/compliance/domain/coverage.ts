import { addDays, type CalendarDate, daysBetween } from "@/lib/kernel/calendar-date";
import type { Overlay } from "@/lib/codelists/overlay";
import { inWords } from "./day-text";
import type { AssessmentContext, CoverageInput, Moment, ObligationInput } from "./obligation";
import { because, type Reason } from "./reason";

export type Window = { readonly from: CalendarDate; readonly to: CalendarDate; readonly days: number };

export type CoverageAnswer = {
  readonly isEnough: boolean;
  readonly coveredDays: number;
  readonly window: Window;
  readonly overlays: readonly Overlay[];
  readonly reason: Reason;
};

/** The days that conduct is judged over: up to `windowDays`, never before the duty began. */
export function windowOf(obligation: ObligationInput, { asOf, settings }: Moment): Window {
  const length = obligation.terms.windowDays ?? settings.windowDays;
  const earliest = addDays(asOf, 1 - length);
  const from = obligation.startsOn !== null && obligation.startsOn > earliest ? obligation.startsOn : earliest;
  return { from, to: asOf, days: daysBetween(from, asOf) + 1 };
}

/** Whether a row of presence tells of somebody who could see all or part of the matter. */
export const observes = ({ level }: Pick<CoverageInput, "level">): boolean => level === "FULL" || level === "PARTIAL";
/** Whether an observer stood there on a day and could see all or part of the matter. */
export const isObservedOn = (interval: CoverageInput, day: CalendarDate): boolean => observes(interval) && interval.fromOn <= day && (interval.toOn === null || interval.toOn >= day);

/** Whether enough of the window was observed to call its silence calm, and the mark where it was not. */
export function coverageOver(obligation: ObligationInput, context: AssessmentContext): CoverageAnswer {
  const window = windowOf(obligation, context);
  let coveredDays = 0;
  for (let day = window.from; day <= window.to; day = addDays(day, 1)) {
    if (context.coverage.some((interval) => isObservedOn(interval, day))) coveredDays++;
  }
  if (coveredDays >= window.days * context.settings.coverageShareNeeded) {
    const text = `Observed on ${coveredDays} of the ${window.days} days up to ${inWords(window.to)}.`;
    return { isEnough: true, coveredDays, window, overlays: [], reason: because("CV1", text) };
  }
  const left = lastObserverLeft(context.coverage, window.to);
  const reason = left
    ? because("CV3", `The last observer on record left on ${inWords(left.toOn)}; observed on ${coveredDays} of the ${window.days} days up to ${inWords(window.to)}.`, left.toOn)
    : because("CV2", `Nobody able to observe on record for ${window.days - coveredDays} of the ${window.days} days up to ${inWords(window.to)}.`);
  return { isEnough: false, coveredDays, window, overlays: [left ? "FROZEN" : "NO_ACCESS"], reason };
}

/** The observer whose going left nobody behind on `day`. */
function lastObserverLeft(coverage: readonly CoverageInput[], day: CalendarDate): { toOn: CalendarDate } | undefined {
  if (coverage.some((interval) => isObservedOn(interval, day))) return undefined;
  const past = coverage.filter((interval) => observes(interval) && interval.toOn !== null && interval.toOn < day);
  const ends = past.map((interval) => interval.toOn).filter((end) => end !== null).sort();
  const last = ends.at(-1);
  return last === undefined ? undefined : { toOn: last };
}
