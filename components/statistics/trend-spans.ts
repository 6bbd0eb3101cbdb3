import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { TrendMonth } from "@/lib/statistics/domain/told";

export type TrendSpan = { readonly key: string; readonly from: CalendarDate; readonly to: CalendarDate; readonly watched: number };

/** More months than these are told by years. */
const mostMonths = 14;

/** The columns of a table over time: months, or years where there are many. */
export function spansOf(months: readonly TrendMonth[]): TrendSpan[] {
  if (months.length <= mostMonths) return months.map(({ month, from, to, watched }) => ({ key: month, from, to, watched }));
  const years = new Map<string, TrendMonth[]>();
  for (const month of months) {
    const year = month.month.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), month]);
  }
  return [...years].flatMap(([key, own]) => {
    const [first, last] = [own[0], own.at(-1)];
    return first && last ? [{ key, from: first.from, to: last.to, watched: own.reduce((sum, { watched }) => sum + watched, 0) / own.length }] : [];
  });
}
