import type { CalendarDate } from "@/lib/kernel/calendar-date";

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** `2020-11-10` as `10 November 2020`, as reasons are written. */
export function inWords(day: CalendarDate): string {
  const [year, month, date] = day.split("-");
  return `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}
