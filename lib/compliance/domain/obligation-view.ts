import { countsOnBoard } from "@/lib/codelists/verification";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { BoardSubject } from "./board";
import type { DeadlineReading } from "./deadlines";
import type { DeadlineInput } from "./obligation";
import { type BoardFact, inOrder, isWaiting, type RecordId, referenceOf } from "./record";
import { isPlain } from "./unread";

/** How a record stands towards the state: it counts, it waits, or it can do neither. */
export type InputStanding = "COUNTED" | "WAITING" | "NOT_COUNTED";

/** Who stands behind a record and where it was read. */
export type RecordDetail = {
  readonly claimedBy: readonly string[];
  readonly confirmedBy: readonly string[];
  readonly deniedBy: readonly string[];
  /** Who alleges the reverse of it. */
  readonly counteredBy: readonly string[];
  readonly verificationRule: string | null;
  readonly note: string | null;
  readonly isDemonstration: boolean;
  readonly confidence: string | null;
  readonly sources: readonly { readonly key: string; readonly publisher: string; readonly title: string | null; readonly url: string | null }[];
};

export type InputView = Omit<BoardFact, "id"> & Partial<RecordDetail> & { readonly recordId: RecordId; readonly reference: string; readonly standing: InputStanding };

const standingOf = (fact: BoardFact, kind: string): InputStanding => {
  if (countsOnBoard(fact.verification)) return fact.relation === "POSSIBLE_BREACH" ? "NOT_COUNTED" : "COUNTED";
  return isWaiting(fact, kind) ? "WAITING" : "NOT_COUNTED";
};

/** So many records of a duty are told on its page; the list of incidents has all. */
export const inputsToldAtMost = 200;

export type InputsTold = { readonly inputs: readonly InputView[]; /** How many further records stand on the duty up to the day. */ readonly inputsLeftOut: number };

/** The records of a duty up to a day that its page tells of: the newest, and all that are more than plain. */
export function factsTold({ records }: Pick<BoardSubject, "records">, asOf: CalendarDate): BoardFact[] {
  const newestFirst = inOrder(records.filter((fact) => fact.occurredStart <= asOf)).reverse();
  const newest = new Set(newestFirst.filter(isPlain).slice(0, inputsToldAtMost));
  return newestFirst.filter((fact) => !isPlain(fact) || newest.has(fact));
}

/** The records of a duty up to a day, newest first, each with its standing and what is behind it. */
export function inputsOn(subject: Pick<BoardSubject, "input" | "records" | "unread">, details: ReadonlyMap<string, RecordDetail>, asOf: CalendarDate): InputsTold {
  const { input, records, unread = { waiting: 0, against: 0, open: 0 } } = subject;
  const told = factsTold(subject, asOf);
  const inputs = told.map(({ id, ...fact }) => {
    const reference = referenceOf(id);
    return { ...fact, ...details.get(reference), recordId: id, reference, standing: standingOf({ id, ...fact }, input.kind) };
  });
  return { inputs, inputsLeftOut: records.filter((fact) => fact.occurredStart <= asOf).length - told.length + unread.waiting + unread.against + unread.open };
}

export type DeadlineView = DeadlineInput & { readonly isKnown: boolean; readonly readings: readonly DeadlineReading[] };

/** Every date of a duty, in the order it was set, with its outcome under each reading; one set after `asOf` has none yet. */
export function deadlinesWithReadings(deadlines: readonly DeadlineInput[], readings: readonly DeadlineReading[], asOf: CalendarDate): DeadlineView[] {
  return [...deadlines]
    .sort((a, b) => `${a.setOn}|${a.dueOn}`.localeCompare(`${b.setOn}|${b.dueOn}`, "en"))
    .map((deadline) => ({
      ...deadline,
      isKnown: deadline.setOn <= asOf,
      readings: readings.filter((reading) => reading.dueOn === deadline.dueOn && reading.setOn === deadline.setOn && reading.origin === deadline.origin),
    }));
}
