import type { Assessment } from "../domain/assessment";
import type { BoardSubject } from "../domain/board";
import type { Moment } from "../domain/obligation";
import { type Strip, type StripMonth, stripOf } from "../domain/strip";
import type { StripMark } from "../domain/strip-marks";
import type { CalendarDate } from "@/lib/kernel/calendar-date";

/** A column of the grid: a month, and the day of it that the states are of. */
export type HistoryMonth = { readonly month: string; readonly on: CalendarDate };

export type HistoryRow = {
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  /** One for each column; undefined in months before the strip of this duty begins. */
  readonly cells: readonly (StripMonth | undefined)[];
  readonly runs: readonly StateRun[];
  /** Every date worth a mark, those outside the months shown included. */
  readonly marks: readonly StripMark[];
};

export type BoardHistory = { readonly months: readonly HistoryMonth[]; readonly rows: readonly HistoryRow[] };

/** Months in a row on whose last days a duty stood the same. */
export type StateRun = Pick<Assessment, "state" | "timeliness" | "overlays"> & { readonly from: CalendarDate; readonly to: CalendarDate; readonly months: number };

const standingKey = ({ state, timeliness, overlays }: StripMonth): string => [state, timeliness ?? "", ...overlays].join("|");

/** The months of a strip, joined where state, timeliness and marks stay the same; their numbers of months add up to the strip's. */
export function runsOf(months: readonly StripMonth[]): StateRun[] {
  const runs: (StateRun & { readonly key: string })[] = [];
  for (const month of months) {
    const key = standingKey(month);
    const last = runs.at(-1);
    const { state, timeliness, overlays, on } = month;
    if (last?.key === key) runs[runs.length - 1] = { ...last, to: on, months: last.months + 1 };
    else runs.push({ key, state, timeliness, overlays, from: on, to: on, months: 1 });
  }
  return runs.map(({ key: _key, ...run }) => run);
}

/** The state of every duty of a board month by month up to `moment.asOf`, each cell by the rules of the board of its own day. */
export function historyOf(subjects: readonly BoardSubject[], moment: Moment): BoardHistory {
  const strips = subjects.map((subject) => ({ subject, strip: stripOf(subject, subjects, moment) }));
  const longest = strips.map(({ strip }) => strip.months).reduce<Strip["months"]>((most, months) => (months.length > most.length ? months : most), []);
  const months = longest.map(({ month, on }) => ({ month, on }));
  const rows = strips.map(({ subject: { input }, strip }) => {
    const byMonth = new Map(strip.months.map((entry) => [entry.month, entry]));
    return { code: input.code, title: input.title, kind: input.kind, cells: months.map(({ month }) => byMonth.get(month)), runs: runsOf(strip.months), marks: strip.marks };
  });
  return { months, rows };
}
