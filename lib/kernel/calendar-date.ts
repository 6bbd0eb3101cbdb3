import type { Brand } from "./brand";

/** A day on the calendar, `YYYY-MM-DD`. It has no zone and is never pushed through one. */
export type CalendarDate = Brand<string, "CalendarDate">;

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day that `text` names, or undefined where there is no such day (30 February, month 13, other shapes). */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? (text as CalendarDate) : undefined;
}

/** The day that `text` names. Throws on anything else: for constants and stored values only. */
export function calendarDate(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed) throw new RangeError(`not a calendar date: ${text}`);
  return parsed;
}

const utcMillis = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`);
const fromMillis = (millis: number): CalendarDate => new Date(millis).toISOString().slice(0, 10) as CalendarDate;

/** `days` may be negative. */
export const addDays = (date: CalendarDate, days: number): CalendarDate => fromMillis(utcMillis(date) + days * 86_400_000);

/** Whole months later; the last day of a shorter month stands in for a day it lacks (31 Aug - 6 months = 28 or 29 Feb). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return fromMillis(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => Math.round((utcMillis(to) - utcMillis(from)) / 86_400_000);

/** Calendar dates compare as text. */
export const isBefore = (a: CalendarDate, b: CalendarDate): boolean => a < b;

/** The calendar day of an instant in UTC. The only way from an instant to a day; the caller names no zone on purpose. */
export const utcDayOf = (instant: Date): CalendarDate => instant.toISOString().slice(0, 10) as CalendarDate;

/** The stored form of a day: PostgreSQL `date` as the driver exchanges it, midnight UTC. */
export const toStoredDay = (date: CalendarDate): Date => new Date(utcMillis(date));

/** The last instant of a day in UTC, to the millisecond that the database keeps: what was known by a day was known by then. */
export const endOfUtcDay = (date: CalendarDate): Date => new Date(utcMillis(date) + 86_400_000 - 1);
