import { addDays, calendarDate, type CalendarDate, daysBetween } from "@/lib/kernel/calendar-date";

/** Days on the calendar, both ends counted. */
export type Period = { readonly from: CalendarDate; readonly to: CalendarDate; readonly days: number };

const usualDays = 30;
/** Days beyond these have no name of four digits for the year, and no record lies there. */
const [firstDay, lastDay] = [calendarDate("0100-01-01"), calendarDate("9999-12-31")];

/** So many days later, or the last day that has a name. */
const daysAfter = (day: CalendarDate, days: number): CalendarDate => (daysBetween(day, lastDay) < days ? lastDay : addDays(day, days));
/** So many days earlier, or the first day that has a name. */
const daysBefore = (day: CalendarDate, days: number): CalendarDate => (daysBetween(firstDay, day) < days ? firstDay : addDays(day, -days));

export const periodBetween = (from: CalendarDate, to: CalendarDate): Period => ({ from, to, days: daysBetween(from, to) + 1 });

/** The days that are compared: those of the filters; where one end is open, thirty days at the other, or up to the last record. */
export function comparedPeriod({ from, to }: { from: CalendarDate | undefined; to: CalendarDate | undefined }, last: CalendarDate): Period {
  if (from !== undefined) return periodBetween(from, to ?? (last > from ? last : daysAfter(from, usualDays - 1)));
  const end = to ?? last;
  return periodBetween(daysBefore(end, usualDays - 1), end);
}

/** As many days right before; undefined where the calendar has not so many. */
export const previousPeriod = ({ from, days }: Period): Period | undefined => (daysBetween(firstDay, from) < days ? undefined : periodBetween(addDays(from, -days), addDays(from, -1)));

/** From the day of reference up to the end of the period; undefined where that day is later. */
export const sinceReference = (reference: CalendarDate, { to }: Period): Period | undefined => (reference > to ? undefined : periodBetween(reference, to));

/** How many records a period of this length has on average over a longer one, to one decimal. */
export const averageOver = (count: number, over: Period, { days }: Period): number => Math.round((count / over.days) * days * 10) / 10;
