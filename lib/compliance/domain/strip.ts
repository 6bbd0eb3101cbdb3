import { addDays, addMonths, calendarDate, type CalendarDate } from "@/lib/kernel/calendar-date";
import type { Assessment } from "./assessment";
import { assess } from "./assess";
import { type BoardSubject, contextOf } from "./board";
import type { Moment } from "./obligation";
import { earliestStart } from "./start-day";
import { type StripMark, stripMarks } from "./strip-marks";

/** A duty's state on the last day of a month, or on the day of the board in the month that is not over. */
export type StripMonth = Pick<Assessment, "state" | "timeliness" | "overlays"> & {
  /** `2020-11`. */
  readonly month: string;
  /** The day that the state is of. */
  readonly on: CalendarDate;
  readonly marks: readonly StripMark[];
};

export type Strip = {
  readonly months: readonly StripMonth[];
  /** Every date worth a mark, those before and after the strip included, in order. */
  readonly marks: readonly StripMark[];
};

const monthOf = (day: CalendarDate): string => day.slice(0, 7);
const firstOf = (day: CalendarDate): CalendarDate => calendarDate(`${monthOf(day)}-01`);

/** The last day of each month from `from` on; the last of them is `to` itself. None where `to` is the earlier. */
export function monthEnds(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const ends: CalendarDate[] = [];
  if (to < from) return ends;
  for (let first = firstOf(from); first <= to; first = addMonths(first, 1)) {
    const last = addDays(addMonths(first, 1), -1);
    ends.push(last < to ? last : to);
  }
  return ends;
}

/** Where a strip begins: with the duty or, where a condition starts it, with the first duty of its board. */
function startOf(subject: BoardSubject, all: readonly BoardSubject[]): CalendarDate | undefined {
  return subject.input.startsOn ?? earliestStart(all.map((other) => other.input));
}

/** The state of one duty month by month up to `asOf`, by the same rules as the board of each of those days. */
export function stripOf(subject: BoardSubject, all: readonly BoardSubject[], moment: Moment): Strip {
  const start = startOf(subject, all);
  const marks = stripMarks(subject, contextOf(subject, all, moment));
  const months = (start === undefined ? [] : monthEnds(start, moment.asOf)).map((on): StripMonth => {
    const { state, timeliness, overlays } = assess(subject.input, subject.records, contextOf(subject, all, { ...moment, asOf: on }));
    return { month: monthOf(on), on, state, timeliness, overlays, marks: marks.filter((mark) => monthOf(mark.on) === monthOf(on)) };
  });
  return { months, marks };
}
