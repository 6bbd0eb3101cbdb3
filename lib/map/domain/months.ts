import { addDays, addMonths, calendarDate, type CalendarDate } from "@/lib/kernel/calendar-date";

/** A calendar month, by its first and last day. */
export type Month = { readonly from: CalendarDate; readonly to: CalendarDate };

const monthOf = (day: CalendarDate): Month => {
  const from = calendarDate(`${day.slice(0, 7)}-01`);
  return { from, to: addDays(addMonths(from, 1), -1) };
};

/** More months than this are no line to move along. */
const most = 1200;

/** The months from that of the first day to that of the last. */
export function monthsBetween(first: CalendarDate, last: CalendarDate): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(first); month.from <= last && months.length < most; month = monthOf(addDays(month.to, 1))) months.push(month);
  return months;
}

/** Which of the months the span is, where it is exactly one. */
export function monthAt(months: readonly Month[], { from, to }: { from: string | undefined; to: string | undefined }): number | undefined {
  const index = months.findIndex((month) => month.from === from && month.to === to);
  return index === -1 ? undefined : index;
}
