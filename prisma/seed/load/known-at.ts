import { parsePartialDate } from "@/lib/kernel/partial-date";

type KnownDays = { date: string; knownFrom?: string | undefined; published: readonly (string | null)[] };

/**
 * From when a reference row could be known: the day of its earliest dated source, never before the event, and the event's own
 * last day where no source is dated. A source dated to a month speaks from the month's end. Noon UTC of that day.
 */
export function knownAtOf({ date, knownFrom, published }: KnownDays): Date {
  const event = parsePartialDate(date);
  if (!event) throw new RangeError(`"${date}" is not a date`);
  const days = published.flatMap((text) => (text === null ? [] : [parsePartialDate(text)?.to ?? event.to]));
  const [earliest] = days.filter((day) => day >= event.from).toSorted();
  return new Date(`${knownFrom ?? earliest ?? event.to}T12:00:00Z`);
}
