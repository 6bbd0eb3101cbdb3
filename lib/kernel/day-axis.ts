import { addDays, addMonths, calendarDate, type CalendarDate, daysBetween } from "./calendar-date";

/** Days drawn from left to right. Both ends are days of the axis; a day is as wide as any other. */
export type DayAxis = { readonly from: CalendarDate; readonly to: CalendarDate };

export type TickUnit = "DAY" | "MONTH" | "YEAR";
export type AxisTick = { readonly on: CalendarDate; readonly unit: TickUnit };

export const axisDays = ({ from, to }: DayAxis): number => daysBetween(from, to) + 1;
export const isOnAxis = ({ from, to }: DayAxis, day: CalendarDate): boolean => day >= from && day <= to;

/** Where a day begins, as a share of the axis from 0 to 1. A day outside is put at the end that it lies beyond. */
export const shareOf = (axis: DayAxis, day: CalendarDate): number => Math.min(1, Math.max(0, daysBetween(axis.from, day) / axisDays(axis)));

export type AxisSpan = { readonly start: number; readonly width: number };

/** Where the days from `from` to `to` (to the axis' end without it) lie, the last one included; undefined where none is on the axis. */
export function spanOf(axis: DayAxis, from: CalendarDate, to: CalendarDate | null): AxisSpan | undefined {
  const last = to === null || to > axis.to ? axis.to : to;
  const first = from < axis.from ? axis.from : from;
  if (last < first) return undefined;
  const start = shareOf(axis, first);
  return { start, width: shareOf(axis, addDays(last, 1)) - start };
}

/** The axis that holds all of `days`, with room at both ends and never shorter than `atLeast` days. Undefined without a day. */
export function axisAround(days: readonly CalendarDate[], atLeast = 60): DayAxis | undefined {
  const sorted = [...days].sort();
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const held = daysBetween(first, last) + 1;
  const room = Math.max(2, Math.round(held * 0.04), Math.ceil((atLeast - held) / 2));
  return { from: addDays(first, -room), to: addDays(last, room) };
}

type Wanted = { readonly axis: DayAxis; readonly most: number };

/** The finest of `steps` that gives no more ticks than wanted, and at least one. */
const finest = (steps: readonly number[], { axis, most }: Wanted, daysBy: (step: number) => CalendarDate[]): CalendarDate[] =>
  steps.map((step) => daysBy(step).filter((day) => isOnAxis(axis, day))).find((days) => days.length <= most && days.length > 0) ?? [];

function stepped({ from, to }: DayAxis, first: CalendarDate, months: number): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let step = 0, day = first; day <= to; step += months, day = addMonths(first, step)) if (day >= from) days.push(day);
  return days;
}

const firstOfMonth = (day: CalendarDate): CalendarDate => calendarDate(`${day.slice(0, 7)}-01`);
const firstOfYear = (day: CalendarDate, step: number): CalendarDate => calendarDate(`${String(Math.floor(Number(day.slice(0, 4)) / step) * step).padStart(4, "0")}-01-01`);

/** Days of the axis that are worth a label: round days, months or years, at most `most` of them. */
export function ticksOf(axis: DayAxis, most = 7): AxisTick[] {
  const wanted: Wanted = { axis, most };
  const length = axisDays(axis);
  const labelled = (unit: TickUnit, days: readonly CalendarDate[]): AxisTick[] => days.map((on) => ({ on, unit }));
  if (length <= 75) return labelled("DAY", finest([1, 2, 7, 14], wanted, (step) => Array.from({ length: Math.ceil(length / step) }, (_, index) => addDays(axis.from, index * step))));
  if (length <= 900) return labelled("MONTH", finest([1, 2, 3, 6, 12], wanted, (step) => stepped(axis, firstOfMonth(axis.from), step)));
  return labelled("YEAR", finest([1, 2, 5, 10, 20, 50, 100, 500], wanted, (step) => stepped(axis, firstOfYear(axis.from, step), step * 12)));
}

export type Placed<T> = { readonly item: T; readonly row: number };

/** Gives each item the first row in which nothing stands within `gap` (a share of the axis) of it, so that no two marks cover each other. */
export function inRows<T>(items: readonly T[], gap: number, sharesOf: (item: T) => AxisSpan): Placed<T>[] {
  const ends: number[] = [];
  return [...items]
    .sort((a, b) => sharesOf(a).start - sharesOf(b).start)
    .map((item) => {
      const { start, width } = sharesOf(item);
      const free = ends.findIndex((end) => start - end >= gap);
      const row = free === -1 ? ends.length : free;
      ends[row] = start + width;
      return { item, row };
    });
}
