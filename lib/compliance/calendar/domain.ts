import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { StripMarkKind } from "../domain/strip-marks";
import type { AgreementTimeline, TimelineMark } from "../timeline/domain";

/** One day of one duty in a calendar. The day is a calendar date of the agreement's own: it belongs to no zone. */
export type CalendarEntry = {
  /** The same for as long as this date of this duty stands on record, so that a calendar that has it changes it and makes no second one. */
  readonly uid: string;
  readonly on: CalendarDate;
  readonly summary: string;
  readonly code: string;
};

/** What is a date of the agreement; records and ends are what happened, and belong to the other feeds. */
const dates: readonly TimelineMark["kind"][] = ["DUE", "REPORTED", "MOVED", "NOTICE", "TERM_END"] satisfies StripMarkKind[];

/**
 * The dates of duties for a calendar, in order of their days: due by the text and as amended, the day on which a date was moved, dates only reported, the last day for
 * notice and the end of a period under each reading of its start. A date that was moved stays, beside the one in its place.
 */
export function calendarEntries({ duties }: Pick<AgreementTimeline, "duties">): CalendarEntry[] {
  const entries = duties.flatMap(({ code, title, marks }) =>
    marks
      .filter(({ kind }) => dates.includes(kind))
      .map(({ kind, on, text }): CalendarEntry => ({ uid: uidOf({ code, kind, on, text }), on, summary: `${text}: ${title} (${code})`, code })),
  );
  return [...new Map(entries.map((entry) => [entry.uid, entry])).values()].sort((a, b) => `${a.on}|${a.uid}`.localeCompare(`${b.on}|${b.uid}`, "en"));
}

/** Two readings of one duty may name one day: their words tell them apart. */
const uidOf = ({ code, kind, on, text }: { code: string; kind: string; on: string; text: string }): string => `${code}.${kind}.${on}.${text.replaceAll(/[^\p{L}\p{N}]+/gu, "-")}@truce-ledger`;
