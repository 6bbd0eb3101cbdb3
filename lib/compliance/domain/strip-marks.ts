import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { inWords } from "./day-text";
import type { AssessmentContext, DeadlineInput, ObligationInput } from "./obligation";
import type { BoardSubject } from "./board";
import { type BoardFact, decidingFacts } from "./record";
import { termReadings } from "./term";

/** What a date on a duty's strip is: a date due, a date moved, a notice, the end of a term, the end of its object. */
export type StripMarkKind = "DUE" | "REPORTED" | "MOVED" | "NOTICE" | "TERM_END" | "ENDED";
export type StripMark = { readonly kind: StripMarkKind; readonly on: CalendarDate; readonly text: string };

const shownOnly: readonly string[] = ["REPORTED", "FOLLOW_ON"];

function deadlineMarks({ dueOn, origin, setOn }: DeadlineInput): StripMark[] {
  if (shownOnly.includes(origin)) return [{ kind: "REPORTED", on: dueOn, text: origin === "FOLLOW_ON" ? "Date set by a later text; decides nothing here" : "Date reported, in no agreed text; decides nothing here" }];
  if (origin !== "AMENDMENT") return [{ kind: "DUE", on: dueOn, text: "Due by the text" }];
  return [
    { kind: "MOVED", on: setOn, text: `Date moved to ${inWords(dueOn)}` },
    { kind: "DUE", on: dueOn, text: "Due as amended" },
  ];
}

/** Ends and notices of the term that ran when the duty ended, or that runs on the day; each under its reading of the start. */
function termMarks(input: ObligationInput, on: CalendarDate): StripMark[] {
  // A last day that is a due date of the duty is told as that.
  const end: StripMark[] = input.endsOn === null || input.deadlines.some(({ dueOn }) => dueOn === input.endsOn) ? [] : [{ kind: "TERM_END", on: input.endsOn, text: "Last day by the text" }];
  if (input.kind !== "TERM" && input.terms.termYears === null) return end;
  const readings = termReadings(input, on).flatMap((reading): StripMark[] => {
    const by = `counted from ${inWords(reading.startsOn)} (${reading.holder})`;
    const notice: StripMark[] = reading.noticeOn === null ? [] : [{ kind: "NOTICE", on: reading.noticeOn, text: `Last day for notice, ${by}` }];
    const first: StripMark[] = reading.firstExpiresOn < reading.expiresOn ? [{ kind: "TERM_END", on: reading.firstExpiresOn, text: `First period ends, ${by}` }] : [];
    return [...first, ...notice, { kind: "TERM_END", on: reading.expiresOn, text: `Period ends, ${by}` }];
  });
  // A last day in the text that a reading reaches as well is told once, with its reading.
  return [...end.filter((mark) => !readings.some((reading) => reading.kind === mark.kind && reading.on === mark.on)), ...readings];
}

const keyOf = ({ on, kind, text }: StripMark): string => `${on}|${kind}|${text}`;

const endsOf = (records: readonly BoardFact[], asOf: CalendarDate): BoardFact[] => decidingFacts(records, asOf).filter((fact) => fact.effect === "ENDED");

/** The day whose period of a term is shown: the day that the duty or the term it belongs to ended, else the day of the board. */
export function termDayOf({ records }: Pick<BoardSubject, "records">, { asOf, dependencies }: AssessmentContext): CalendarDate {
  const ends = [...endsOf(records, asOf).map((fact) => fact.occurredStart), ...dependencies.filter((entry) => entry.kind === "TERM").map((entry) => entry.endedOn)];
  return ends.filter((day) => day !== null).sort()[0] ?? asOf;
}

/** The dates of a duty as they were set by `asOf`, in order, each once. A date that was moved only later is not told. */
export function stripMarks({ input, records }: Pick<BoardSubject, "input" | "records">, context: AssessmentContext): StripMark[] {
  const { asOf } = context;
  const marks = [
    ...input.deadlines.filter((deadline) => deadline.setOn <= asOf).flatMap(deadlineMarks),
    ...termMarks(input, termDayOf({ records }, context)),
    ...endsOf(records, asOf).map((fact): StripMark => ({ kind: "ENDED", on: fact.occurredStart, text: `Ended: ${fact.label}` })),
  ];
  return [...new Map(marks.map((mark) => [keyOf(mark), mark])).values()].sort((a, b) => keyOf(a).localeCompare(keyOf(b), "en"));
}
