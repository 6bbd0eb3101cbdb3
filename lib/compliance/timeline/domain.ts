import { verificationRank } from "@/lib/codelists/verification";
import { addMonths, type CalendarDate } from "@/lib/kernel/calendar-date";
import { axisAround, type DayAxis } from "@/lib/kernel/day-axis";
import type { BoardSubject } from "../domain/board";
import { inWords } from "../domain/day-text";
import type { AssessmentContext } from "../domain/obligation";
import type { Reason } from "../domain/reason";
import { type BoardFact, decidingFacts, type RecordId, referenceOf, waitingFacts } from "../domain/record";
import { type StripMark, type StripMarkKind, stripMarks, termDayOf } from "../domain/strip-marks";
import { type TermReading, termReadings } from "../domain/term";

export type TimelineMark = {
  readonly kind: StripMarkKind | "RECORD" | "CLAIM";
  readonly on: CalendarDate;
  /** The last day of a record that lasted. */
  readonly until: CalendarDate | null;
  readonly text: string;
  /** Only of records. */
  readonly verification: string | null;
  readonly recordId: RecordId | null;
  readonly reference: string | null;
  /** Named by a reason for the state on the day that is shown. */
  readonly isDeciding: boolean;
};

/** Days of one sort: while a notice is in time, and when it would be too late for the period that runs. */
export type TimelineBand = { readonly kind: "IN_TIME" | "TOO_LATE" | "PERIOD"; readonly from: CalendarDate; readonly to: CalendarDate; readonly text: string };

export type LaneKind = "DATES" | "MOVED" | "TERM" | "COUNTED" | "WAITING";
export type TimelineLane = { readonly kind: LaneKind; readonly label: string; readonly marks: readonly TimelineMark[]; readonly bands: readonly TimelineBand[] };

/** Undefined axis: nothing dated is on record, so there is nothing to draw. */
export type Timeline = { readonly axis: DayAxis | undefined; readonly lanes: readonly TimelineLane[] };

const laneLabels: Record<LaneKind, string> = {
  DATES: "Dates due, reported and ended",
  MOVED: "Dates moved",
  TERM: "Term",
  COUNTED: "Records that count (V3 and above)",
  WAITING: "Claims waiting (V0 to V2)",
};

const datedMark = ({ kind, on, text }: StripMark): TimelineMark => ({ kind, on, until: null, text, verification: null, recordId: null, reference: null, isDeciding: false });

function recordMark(fact: BoardFact, deciding: ReadonlySet<string>): TimelineMark {
  const reference = referenceOf(fact.id);
  const kind = verificationRank(fact.verification) >= 3 ? "RECORD" : "CLAIM";
  return { kind, on: fact.occurredStart, until: fact.occurredEnd, text: fact.label, verification: fact.verification, recordId: fact.id, reference, isDeciding: deciding.has(reference) };
}

/** The period that runs under one reading, cut where a notice stops being in time. */
function periodBands({ startsOn, firstExpiresOn, expiresOn, noticeOn }: TermReading): TimelineBand[] {
  const monthOf = (day: CalendarDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const from = addMonths(expiresOn, monthOf(startsOn) - monthOf(firstExpiresOn));
  const period = `Period from ${inWords(from)} to ${inWords(expiresOn)}`;
  if (noticeOn === null) return [{ kind: "PERIOD", from, to: expiresOn, text: period }];
  return [
    { kind: "IN_TIME", from, to: noticeOn, text: `${period}: a notice until ${inWords(noticeOn)} is in time` },
    { kind: "TOO_LATE", from: noticeOn, to: expiresOn, text: `${period}: after ${inWords(noticeOn)} a notice comes too late for it` },
  ];
}

function termLanes(subject: BoardSubject, context: AssessmentContext): TimelineLane[] {
  const { input } = subject;
  if (input.kind !== "TERM" && input.terms.termYears === null) return [];
  return termReadings(input, termDayOf(subject, context)).map((reading) => {
    const bands = periodBands(reading);
    const notice: TimelineMark[] = reading.noticeOn === null ? [] : [datedMark({ kind: "NOTICE", on: reading.noticeOn, text: "Last day for notice" })];
    const label = `${laneLabels.TERM} counted from ${inWords(reading.startsOn)} (${reading.holder})`;
    return { kind: "TERM", label, bands, marks: [...notice, datedMark({ kind: "TERM_END", on: reading.expiresOn, text: "Period ends" })] };
  });
}

const datesShown: readonly StripMarkKind[] = ["DUE", "REPORTED", "ENDED"];

/**
 * The dates and records of a duty, in lanes, as they stood on `context.asOf`: nothing that was set or happened later. Marks are in
 * order of their days; `because` names the records that decide. A lane with nothing in it is left out.
 */
export function timelineOf(subject: BoardSubject, context: AssessmentContext, because: readonly Reason[]): Timeline {
  const deciding = new Set(because.flatMap(({ reference }) => (reference === undefined ? [] : [reference])));
  const dated = stripMarks(subject, context);
  const terms = termLanes(subject, context);
  // What a term's own lane tells is not told twice; a last day in the text without a term stands among the dates.
  const dates = dated.filter(({ kind }) => datesShown.includes(kind) || (kind === "TERM_END" && terms.length === 0));
  const lane = (kind: LaneKind, marks: readonly TimelineMark[]): TimelineLane => ({ kind, label: laneLabels[kind], marks, bands: [] });
  const lanes = [
    lane("DATES", dates.map(datedMark)),
    lane("MOVED", dated.filter(({ kind }) => kind === "MOVED").map(datedMark)),
    ...terms,
    lane("COUNTED", decidingFacts(subject.records, context.asOf).map((fact) => recordMark(fact, deciding))),
    lane("WAITING", waitingFacts(subject.records, subject.input.kind, context.asOf).map((fact) => recordMark(fact, deciding))),
  ].filter(({ marks }) => marks.length > 0);
  return { axis: axisOf(subject, lanes), lanes };
}

function axisOf({ input }: BoardSubject, lanes: readonly TimelineLane[]): DayAxis | undefined {
  const days = lanes.flatMap(({ marks, bands }) => [...marks.flatMap(({ on, until }) => [on, ...(until === null ? [] : [until])]), ...bands.flatMap(({ from, to }) => [from, to])]);
  return days.length === 0 ? undefined : axisAround(input.startsOn === null ? days : [...days, input.startsOn]);
}

export type DutyLane = { readonly code: string; readonly title: string; readonly marks: readonly TimelineMark[]; readonly waiting: number };
export type AgreementTimeline = { readonly axis: DayAxis | undefined; readonly duties: readonly DutyLane[] };

/** The timelines of an agreement's duties on one axis, a lane each: dates, amendments, ends and counted records. Claims are only counted. */
export function agreementTimeline(timelines: readonly { readonly code: string; readonly title: string; readonly timeline: Timeline }[]): AgreementTimeline {
  const duties = timelines.map(({ code, title, timeline: { lanes } }) => ({
    code,
    title,
    marks: lanes.filter(({ kind }) => kind !== "WAITING").flatMap(({ kind, label, marks }) => (kind === "TERM" ? marks.map((mark) => ({ ...mark, text: `${mark.text}; ${label}` })) : marks)),
    waiting: lanes.find(({ kind }) => kind === "WAITING")?.marks.length ?? 0,
  }));
  const days = duties.flatMap(({ marks }) => marks.flatMap(({ on, until }) => (until === null ? [on] : [on, until])));
  return { axis: axisAround(days), duties };
}

/** A day worth a tick on the clocks: a date of the text or of an amendment, or the day on which it was moved. */
export type ClockMark = { readonly kind: "DUE" | "MOVED"; readonly on: CalendarDate; readonly text: string };

const decidesNothing: readonly string[] = ["REPORTED", "FOLLOW_ON"];

/** Dates due and dates moved of some duties, each day once for each sort, in order; only what had been set by the end of `knownOn`. */
export function clockMarks(inputs: readonly Pick<BoardSubject["input"], "title" | "deadlines">[], knownOn: CalendarDate | undefined): ClockMark[] {
  const marks = inputs.flatMap(({ title, deadlines }) =>
    deadlines
      .filter(({ origin, setOn }) => !decidesNothing.includes(origin) && (knownOn === undefined || setOn <= knownOn))
      .flatMap(({ origin, dueOn, setOn }): ClockMark[] => [
        { kind: "DUE", on: dueOn, text: `${title}: due ${inWords(dueOn)}` },
        ...(origin === "AMENDMENT" ? [{ kind: "MOVED" as const, on: setOn, text: `${title}: moved to ${inWords(dueOn)}` }] : []),
      ]),
  );
  const byDay = new Map<string, ClockMark>();
  for (const mark of marks) {
    const key = `${mark.on}|${mark.kind}`;
    const earlier = byDay.get(key);
    byDay.set(key, earlier ? { ...earlier, text: `${earlier.text}; ${mark.text}` } : mark);
  }
  return [...byDay.values()].sort((a, b) => `${a.on}|${a.kind}`.localeCompare(`${b.on}|${b.kind}`, "en"));
}
