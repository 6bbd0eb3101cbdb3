import { minutesPerDay, minutesPerHour } from "./elapsed";

export type Tick = { readonly minutes: number; readonly label: string };

const year = 365 * minutesPerDay;
const ticks: readonly Tick[] = [
  { minutes: 1, label: "1 minute" },
  { minutes: 10, label: "10 minutes" },
  { minutes: minutesPerHour, label: "1 hour" },
  { minutes: minutesPerDay, label: "1 day" },
  { minutes: 10 * minutesPerDay, label: "10 days" },
  { minutes: year, label: "1 year" },
  { minutes: 10 * year, label: "10 years" },
  { minutes: 100 * year, label: "100 years" },
];

export type LogAxis = { readonly ticks: readonly Tick[]; readonly positionOf: (minutes: number) => number };

/**
 * An axis on which minutes, days and years have room: equal steps are equal ratios. It begins at one minute, where anything
 * sooner stands too, and ends at the first named step at or after `longest`. A position is a share of its length, 0 to 1.
 */
export function logAxis(longest: number): LogAxis {
  const end = Math.max(1, ticks.findIndex((tick) => tick.minutes >= longest));
  const shown = longest > (ticks.at(-1)?.minutes ?? 0) ? ticks : ticks.slice(0, end + 1);
  const last = Math.log(Math.max(longest, shown.at(-1)?.minutes ?? minutesPerHour));
  return { ticks: shown, positionOf: (minutes) => Math.min(1, Math.log(Math.max(1, minutes)) / last) };
}
