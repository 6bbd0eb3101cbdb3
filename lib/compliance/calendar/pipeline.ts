import { ICalCalendar, ICalEventTransparency } from "ical-generator";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { CalendarEntry } from "./domain";

type Told = { /** Where people open the product, without a slash at the end. */ readonly base: string; /** The day up to which dates were set. */ readonly asOf: CalendarDate };

const explained = "A date of the agreement as it is read, not a finding on whether the duty was met. Truce Ledger, demonstration data where the duty's page says so.";

/** The dates as iCalendar (RFC 5545): whole days by calendar date, without a zone, which take up nobody's time. The same dates give the same text all day. */
export function deadlinesIcs(entries: readonly CalendarEntry[], { base, asOf }: Told): string {
  const calendar = new ICalCalendar({ name: "Truce Ledger: dates of duties", prodId: { company: "Truce Ledger", product: "Deadlines", language: "EN" }, ttl: 6 * 60 * 60 });
  for (const { uid, on, summary, code } of entries) {
    const url = `${base}/obligations/${encodeURIComponent(code)}`;
    calendar.createEvent({
      id: uid,
      start: midnightOf(on),
      allDay: true,
      stamp: midnightOf(asOf),
      summary,
      description: `${explained}\n${url}`,
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** The library writes a Date's day in UTC, so midnight in UTC is the calendar date itself wherever the server stands. */
const midnightOf = (day: CalendarDate): Date => new Date(`${day}T00:00:00Z`);
