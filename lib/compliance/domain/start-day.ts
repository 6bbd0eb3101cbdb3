import { type CalendarDate, parseCalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";

/** When an agreement took effect: the instant, and how its own text or place reads that instant. */
export type InForce = { readonly at: Date | null; readonly local: string | null };

/**
 * The day on which a duty begins, as the agreement itself reads it: 21:00 UTC on 9 November 2020 is 00:00 on the 10th in
 * Moscow, the zone that the statement names. A duty that begins at another instant is shifted by the same offset.
 */
export function startDayOf(startsAt: Date, inForce: InForce): CalendarDate {
  const local = inForce.local === null ? undefined : /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2}))?/.exec(inForce.local);
  const localDay = local?.[1] === undefined ? undefined : parseCalendarDate(local[1]);
  if (inForce.at === null || localDay === undefined) return utcDayOf(startsAt);
  const [hours, minutes] = [Number(local?.[2] ?? 0), Number(local?.[3] ?? 0)];
  const offset = Date.parse(`${localDay}T00:00:00Z`) + (hours * 60 + minutes) * 60_000 - inForce.at.getTime();
  return utcDayOf(new Date(startsAt.getTime() + offset));
}

/** The day on which the first of some duties begins; undefined where a condition starts them all. */
export const earliestStart = (inputs: readonly { readonly startsOn: CalendarDate | null }[]): CalendarDate | undefined =>
  inputs.map((input) => input.startsOn).filter((day) => day !== null).sort()[0];
