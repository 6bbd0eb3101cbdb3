import { finding, plainly, saying, type Reading } from "./reason";

/** A time of day; `nextDay` where 24:00 stood. `zone` is what was written behind it. */
export type ClockCell = { readonly time: string | null; readonly nextDay: boolean; readonly zone: string };
const nothing: ClockCell = { time: null, nextDay: false, zone: "" };

const shape = /^(\d{1,2}):?(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(am|pm|a\.m\.|p\.m\.)?\s*(z|utc|gmt|[+-]\d{1,2}(?::?\d{2})?)?$/i;

type Parts = { hour: number; minute: number; second: number };

function hourOf(written: string, half: string): number {
  const hour = Number(written);
  if (half === "") return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toLowerCase().startsWith("p") ? 12 : 0);
}

const exists = ({ hour, minute, second }: Parts): boolean => hour <= 23 && minute <= 59 && second <= 59;
const isEndOfDay = ({ hour, minute, second }: Parts): boolean => hour === 24 && minute === 0 && second === 0;
const two = (part: number): string => String(part).padStart(2, "0");

/** The figures of a time; undefined where the text has not the shape of one. */
function partsOf(text: string): (Parts & { zone: string }) | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const [, hours = "", minutes = "", seconds = "0", half = "", zone = ""] = match;
  return { hour: hourOf(hours, half), minute: Number(minutes), second: Number(seconds), zone };
}

/** A cell of a time: `14:30`, `1430`, `2:30 pm`, seconds left off with a note. 24:00 is held: it is the next day, if it was meant. */
export function readClock(text: string): Reading<ClockCell> {
  if (text === "") return plainly(nothing);
  const parts = partsOf(text);
  if (parts && isEndOfDay(parts)) return saying({ time: "00:00", nextDay: true, zone: parts.zone }, finding("time_24_00", "24:00 is 00:00 of the next day, if it was meant so.", "00:00"));
  if (!parts || !exists(parts)) return saying(nothing, finding("invalid_time", `“${text.slice(0, 80)}” is not a time of day; write HH:MM.`));
  const value = { time: `${two(parts.hour)}:${two(parts.minute)}`, nextDay: false, zone: parts.zone };
  return parts.second === 0 ? plainly(value) : saying(value, finding("seconds_dropped", `Records keep minutes: ${text} is kept as ${value.time}.`));
}
