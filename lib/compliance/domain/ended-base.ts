import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { inWords } from "./day-text";
import type { DependencyInput } from "./obligation";
import { because, type Reason } from "./reason";

const keptUp: readonly string[] = ["STANDING_POSITIVE", "TERM"];

type EndedBase = { readonly code: string; readonly endedOn: CalendarDate };

/** The first duty that another rests on whose object (a force, a corridor, a term) has come to an end, with the day. */
export function endedBase(dependencies: readonly DependencyInput[]): EndedBase | undefined {
  const ended = dependencies.flatMap(({ code, kind, endedOn }) => (endedOn !== null && keptUp.includes(kind) ? [{ code, endedOn }] : []));
  return ended.sort((a, b) => a.endedOn.localeCompare(b.endedOn, "en"))[0];
}

/** That what a standing duty rests on has ended, and when. */
export const overtakenReason = ({ code, endedOn }: EndedBase): Reason => because("SP5", `${code}, on which this duty rests, ended on ${inWords(endedOn)}.`, endedOn);
