import { parsePartialDate } from "@/lib/kernel/partial-date";
import type { CalendarDate } from "@/lib/kernel/calendar-date";

/** Whether a date as a source prints it (a day, or a month or year to its end) had come by `day`; what has no date can't be said to be later. */
export const hadCome = (text: string | null, day: CalendarDate): boolean => text === null || (parsePartialDate(text)?.to ?? text) <= day;

/** Who had stated a reading by `day`, each once, by name. */
export const holdersBy = (interpretations: readonly { readonly holder: string; readonly statedOn: string | null }[], day: CalendarDate): string[] =>
  [...new Set(interpretations.filter((entry) => hadCome(entry.statedOn, day)).map((entry) => entry.holder))].sort();
