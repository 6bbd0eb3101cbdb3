import { addDays, utcDayOf } from "@/lib/kernel/calendar-date";
import type { FieldError } from "@/lib/kernel/refusal";

type Dated = { occurred: { start: string; end: string | null }; claims: readonly { statedOn: string | null; eventOn: string | null }[] };

/**
 * Days that have not come yet. A record's day has no zone, and somewhere the day is already tomorrow by UTC:
 * one day ahead is allowed, no more.
 */
export function futureDays(input: Dated, now: Date): FieldError[] {
  const last = addDays(utcDayOf(now), 1);
  const days = [
    { path: "occurred.start", day: input.occurred.start },
    { path: "occurred.end", day: input.occurred.end },
    ...input.claims.map((claim, index) => ({ path: `claims.${index}.statedOn`, day: claim.statedOn })),
    ...input.claims.map((claim, index) => ({ path: `claims.${index}.eventOn`, day: claim.eventOn })),
  ];
  return days.flatMap(({ path, day }) => (day !== null && day > last ? [{ path, code: "in_future", message: `${day} has not come yet; records are of what happened.` }] : []));
}
