import { addDays, addMonths, calendarDate, parseCalendarDate, type CalendarDate } from "./calendar-date";

/** A date as a source prints it: a day, a month or a year, with the days that it may stand for. */
export type PartialDate = { readonly from: CalendarDate; readonly to: CalendarDate; readonly precision: "DAY" | "MONTH" | "YEAR" };

/** The span that `text` (`2023`, `2023-03`, `2023-03-16`) may stand for, or undefined where it names no such date. */
export function parsePartialDate(text: string): PartialDate | undefined {
  if (/^\d{4}$/.test(text)) return { from: calendarDate(`${text}-01-01`), to: calendarDate(`${text}-12-31`), precision: "YEAR" };
  const first = parseCalendarDate(/^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text);
  if (!first) return undefined;
  return text.length === 7 ? { from: first, to: addDays(addMonths(first, 1), -1), precision: "MONTH" } : { from: first, to: first, precision: "DAY" };
}
