import { type CalendarDate, daysBetween, parseCalendarDate } from "@/lib/kernel/calendar-date";

export const minutesPerHour = 60;
export const minutesPerDay = 1440;

/** When a truce took force: the instant where the hour is on record, and the day by the clock that the text goes by. */
export type TruceStart = { readonly at: string | null; readonly on: CalendarDate };

/** When something became of it: the day by the same clock, and an instant or a span where one is on record. */
export type OutcomeTime = { readonly occurredOn: CalendarDate; readonly occurredAt: string | null; readonly earliestAt: string | null; readonly latestAt: string | null };

/** A length of time as exactly as it is known. `counted` is the one figure that a curve takes. */
export type Elapsed = { readonly low: number; readonly high: number; readonly counted: number; readonly unit: "MINUTE" | "DAY" };

/** The start of a truce: its own local reading names the day; without one the day of signing stands in. */
export function truceStart({ inForceAt, inForceLocal, signedOn }: { inForceAt: string | null; inForceLocal: string | null; signedOn: CalendarDate }): TruceStart {
  const local = inForceLocal === null ? undefined : parseCalendarDate(inForceLocal.slice(0, 10));
  return { at: inForceAt, on: local ?? signedOn };
}

const minutesBetween = (from: string, to: string): number => Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));

/**
 * How long after its start something became of a truce, in minutes. Where both instants are on record, they are compared; a
 * span counts at its end, by when it surely had come. Otherwise calendar days are counted, which no zone can move: "31 days"
 * is 10 November to 11 December, and the day of the start itself counts as one day.
 */
export function elapsedSince(start: TruceStart, { occurredOn, occurredAt, earliestAt, latestAt }: OutcomeTime): Elapsed {
  if (start.at !== null && occurredAt !== null) {
    const exact = minutesBetween(start.at, occurredAt);
    return { low: exact, high: exact, counted: exact, unit: "MINUTE" };
  }
  if (start.at !== null && earliestAt !== null && latestAt !== null) {
    const high = minutesBetween(start.at, latestAt);
    return { low: minutesBetween(start.at, earliestAt), high, counted: high, unit: "MINUTE" };
  }
  return elapsedDays(start, occurredOn);
}

/** Calendar days from the start to a day; the day of the start counts as one. */
export function elapsedDays(start: TruceStart, day: CalendarDate): Elapsed {
  const days = Math.max(0, daysBetween(start.on, day));
  const low = days * minutesPerDay;
  return { low, high: low + minutesPerDay, counted: Math.max(low, minutesPerDay), unit: "DAY" };
}

const counted = (count: number, one: string): string => `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;

function exactInWords(minutes: number): string {
  if (minutes < minutesPerHour) return counted(minutes, "minute");
  if (minutes < 2 * minutesPerDay && minutes % minutesPerDay !== 0) {
    const rest = minutes % minutesPerHour;
    return `${counted(Math.floor(minutes / minutesPerHour), "hour")}${rest === 0 ? "" : ` ${counted(rest, "minute")}`}`;
  }
  return counted(Math.floor(minutes / minutesPerDay), "day");
}

/** A length of time with its unit: `5 minutes`, `0 minutes to 3 hours`, `the same day`, `31 days`. */
export function elapsedInWords({ low, high, unit }: Elapsed): string {
  if (unit === "DAY") return low === 0 ? "the same day" : counted(low / minutesPerDay, "day");
  return low === high ? exactInWords(low) : `${exactInWords(low)} to ${exactInWords(high)}`;
}

/** A time on an axis or a median: minutes below an hour, hours below two days, then days; a whole day is one. */
export const minutesInWords = (minutes: number): string => exactInWords(minutes);
