import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { remembered } from "./remembered";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone) ?? new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
  formats.set(zone, known);
  return known;
}

/** Whether the time zone database knows the name. */
export const isZoneName = remembered((name: string): boolean => {
  if (!/^[A-Za-z]+\/[A-Za-z0-9_+\-/]+$/.test(name)) return false;
  try {
    return formatOf(name) instanceof Intl.DateTimeFormat;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}, 500);

/** Minutes that a zone was ahead of UTC at an instant, by the time zone database. */
function offsetAt(zone: string, utcMillis: number): number {
  const name = formatOf(zone).formatToParts(utcMillis).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const [, sign = "+", hours = "0", minutes = "0"] = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

export type LocalTime = { readonly day: CalendarDate; readonly time: string };
const millisOf = ({ day, time }: LocalTime): number => Date.parse(`${day}T${time}:00Z`);

/** Every offset that makes a local time in a zone: none where a clock was put forward over it, two where it was put back. */
const offsetsOf = remembered((key: string): readonly number[] => {
  const [zone = "", day = "", time = ""] = key.split("|");
  const local = millisOf({ day: day as CalendarDate, time });
  const near = new Set([-24, 0, 24].map((hours) => offsetAt(zone, local + hours * 3_600_000)));
  return [...near].filter((minutes) => offsetAt(zone, local - minutes * 60_000) === minutes);
}, 8192);

/** Offsets, in minutes, by which a zone's clock showed this local time; they differ over the years (Baku had summer time until 2015). */
export const offsetsAt = (zone: string, { day, time }: LocalTime): readonly number[] => offsetsOf(`${zone}|${day}|${time}`);

/** A local time with its offset as the same instant in UTC. */
export function toUtc(local: LocalTime, offsetMinutes: number): LocalTime {
  const text = new Date(millisOf(local) - offsetMinutes * 60_000).toISOString();
  return { day: text.slice(0, 10) as CalendarDate, time: text.slice(11, 16) };
}
