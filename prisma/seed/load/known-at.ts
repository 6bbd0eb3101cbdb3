import { parsePartialDate } from "@/lib/kernel/partial-date";

type KnownDays = { date: string; knownOn?: string | undefined; published: readonly (string | null)[] };

export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/**
 * From when a reference row could be known: the day that the table gives (a public act, or a level reached later); else the day
 * of its earliest dated source, never before the event; else the event's own last day. A source dated to a month speaks from the
 * month's end, and one without a date says nothing of when. Noon UTC of that day.
 */
export function knownAtOf({ date, knownOn, published }: KnownDays): Date {
  const event = parsePartialDate(date);
  if (!event) throw new RangeError(`"${date}" is not a date`);
  const days = published.flatMap((text) => (text === null ? [] : [parsePartialDate(text)?.to ?? event.to]));
  const [earliest] = days.filter((day) => day >= event.from).toSorted();
  return noonOf(knownOn ?? earliest ?? event.to);
}
