import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { DependencyInput } from "./obligation";

const keptUp: readonly string[] = ["STANDING_POSITIVE", "TERM"];

/** The first duty that another rests on whose object (a force, a corridor, a term) has come to an end, with the day. */
export function endedBase(dependencies: readonly DependencyInput[]): { code: string; endedOn: CalendarDate } | undefined {
  const ended = dependencies.flatMap(({ code, kind, endedOn }) => (endedOn !== null && keptUp.includes(kind) ? [{ code, endedOn }] : []));
  return ended.sort((a, b) => a.endedOn.localeCompare(b.endedOn, "en"))[0];
}
