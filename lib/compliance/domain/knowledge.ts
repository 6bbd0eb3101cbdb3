import { type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import type { BoardSubject } from "./board";
import type { CoverageInput, ObligationInput } from "./obligation";
import type { BoardFact } from "./record";
import { hadCome } from "./stated-day";

/** What has no date can't be said to have been known by an earlier day. */
const isKnownToHaveCome = (text: string | null, day: CalendarDate): boolean => text !== null && hadCome(text, day);

/** Rows of presence as they could be known on a day: those that had begun, and no end that was still ahead. */
const presenceAsKnown = <Row extends Pick<CoverageInput, "fromOn" | "toOn">>(rows: readonly Row[], day: CalendarDate): Row[] =>
  rows.filter((row) => row.fromOn <= day).map((row) => (row.toOn !== null && row.toOn > day ? { ...row, toOn: null } : row));

/**
 * A record as it could be known on a day. A record published while its event went on is kept today with the end that came
 * later: on that earlier day nobody knew it. The end of an uncertain span is no event, and a completion is not told early.
 */
function factAsKnown(fact: BoardFact, day: CalendarDate): BoardFact {
  const isAhead = fact.occurredEnd !== null && fact.occurredEnd > day;
  return isAhead && !fact.isDayUncertain && fact.effect !== "DONE" ? { ...fact, occurredEnd: null } : fact;
}

/** The text of a duty with the dates, readings and starts of a term that there were on a day. */
const inputAsKnown = (input: ObligationInput, day: CalendarDate): ObligationInput => ({
  ...input,
  deadlines: input.deadlines.filter((deadline) => deadline.setOn <= day),
  interpretations: input.interpretations.filter((entry) => isKnownToHaveCome(entry.statedOn, day)),
  terms: { ...input.terms, startReadings: input.terms.startReadings.filter((start) => start.on <= day) },
});

/** A duty with everything that bears on it as it was known by the end of a day; its records are chosen by their own time of knowledge before. */
export const subjectAsKnown = <Subject extends BoardSubject>(subject: Subject, day: CalendarDate): Subject => ({
  ...subject,
  input: inputAsKnown(subject.input, day),
  coverage: presenceAsKnown(subject.coverage, day),
  records: subject.records.map((fact) => factAsKnown(fact, day)),
});

/** The accounts and observers of a duty's page as they were known at an instant; all of them without one. */
export function detailAsKnown<Detail extends { interpretations: readonly { statedOn: string | null }[]; coverage: readonly Pick<CoverageInput, "fromOn" | "toOn">[] }>(detail: Detail, knownAt: Date | undefined): Detail {
  if (knownAt === undefined) return detail;
  const day = utcDayOf(knownAt);
  return { ...detail, interpretations: detail.interpretations.filter((entry) => isKnownToHaveCome(entry.statedOn, day)), coverage: presenceAsKnown(detail.coverage, day) };
}
