import type { QueueReason, QueueReasonCode } from "@/lib/reviews/queue/domain";
import { type CalendarDate, daysBetween, parseCalendarDate } from "@/lib/kernel/calendar-date";

type Words = { readonly text: string; /** It takes two reviewers. */ readonly weighs?: true };

const reasonWords: Record<QueueReasonCode, Words> = {
  SUBMITTED: { text: "Submitted for review" },
  RESUBMITTED: { text: "Changes were asked for and made" },
  REOPENED: { text: "Edited after it was approved" },
  CORRECTION: { text: "Corrects a public record" },
  ON_HOLD: { text: "On hold" },
  TO_PUBLISH: { text: "Approved, not yet published" },
  RETRACTION: { text: "A retraction is asked for" },
  LEVEL_LOWERED: { text: "Its level came down with a source" },
  REQUEST: { text: "A correction or reply is asked for" },
  LETHAL: { text: "Deaths are counted", weighs: true },
  FOUND_BY: { text: "A mandated body made a finding", weighs: true },
  HIGH_LEVEL: { text: "The level is V4 or above", weighs: true },
};

/** A reason of waiting in words, with what it is about. */
export const reasonInWords = ({ code, about }: QueueReason): string => (about === null ? reasonWords[code].text : `${reasonWords[code].text}: ${about}`);

/** Whether the reason makes it two reviewers' work. */
export const weighs = ({ code }: Pick<QueueReason, "code">): boolean => reasonWords[code].weighs === true;

/** How long it has waited, in whole days, in words; empty where nobody knows. */
export function waitingFor(sinceInstant: string | null, today: CalendarDate): string {
  const since = sinceInstant === null ? undefined : parseCalendarDate(sinceInstant.slice(0, 10));
  if (!since) return "";
  const days = Math.max(0, daysBetween(since, today));
  if (days === 0) return "since today";
  return days === 1 ? "since yesterday" : `for ${days} days`;
}
