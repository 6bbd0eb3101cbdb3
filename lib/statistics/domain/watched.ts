import { addDays, type CalendarDate, daysBetween } from "@/lib/kernel/calendar-date";

/** A row of the register of coverage as far as this asks: from when to when somebody stood there for a duty, and whether all or part of it could be seen. */
export type Presence = { readonly duty: string; readonly fromOn: CalendarDate; readonly toOn: CalendarDate | null; readonly observes: boolean };
export type Span = { readonly from: CalendarDate; readonly to: CalendarDate };

/** How far a span was watched: by nobody, on less than half of the days of its duties, or on more. */
export type Watched = "NOBODY" | "LITTLE" | "MUCH";
export const watchedLevel = (share: number): Watched => (share === 0 ? "NOBODY" : share < 0.5 ? "LITTLE" : "MUCH");

/**
 * The share of a span's days on which somebody who could observe was on record, from 0 to 1, over all duties that the register tells of: one
 * duty that is still watched does not make a month watched for the others.
 */
export function watchedShare(span: Span, presences: readonly Presence[]): number {
  const duties = [...new Set(presences.map(({ duty }) => duty))];
  const shares = duties.map((duty) => shareOf(span, presences.filter((presence) => presence.duty === duty && presence.observes)));
  return duties.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / duties.length;
}

/** The share of a span's days that one of the rows holds; a day in two rows is one day. */
function shareOf({ from, to }: Span, presences: readonly Presence[]): number {
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
