import { addDays, type CalendarDate, daysBetween } from "@/lib/kernel/calendar-date";

/** A row of the register of coverage as far as this asks: from when to when somebody could see all or part. */
export type Presence = { readonly fromOn: CalendarDate; readonly toOn: CalendarDate | null };
export type Span = { readonly from: CalendarDate; readonly to: CalendarDate };

/** The share of a span's days on which somebody who could observe was on record, from 0 to 1. */
export function watchedShare({ from, to }: Span, presences: readonly Presence[]): number {
  const inside = presences.map(({ fromOn, toOn }) => ({ from: fromOn > from ? fromOn : from, to: toOn !== null && toOn < to ? toOn : to })).filter((span) => span.from <= span.to);
  let covered = 0;
  let reached = addDays(from, -1);
  for (const span of inside.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const begin = span.from > reached ? span.from : addDays(reached, 1);
    if (span.to < begin) continue;
    covered += daysBetween(begin, span.to) + 1;
    reached = span.to;
  }
  return covered / (daysBetween(from, to) + 1);
}
