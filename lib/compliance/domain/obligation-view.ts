import { countsOnBoard } from "@/lib/codelists/verification";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { BoardSubject } from "./board";
import type { DeadlineReading } from "./deadlines";
import type { DeadlineInput } from "./obligation";
import { type BoardFact, inOrder, isWaiting, type RecordId, referenceOf } from "./record";

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

/** The records of a duty up to a day, newest first, each with its standing and what is behind it. */
export function inputsOn({ input, records }: Pick<BoardSubject, "input" | "records">, details: ReadonlyMap<string, RecordDetail>, asOf: CalendarDate): InputView[] {
  return inOrder(records.filter((fact) => fact.occurredStart <= asOf))
    .reverse()
    .map(({ id, ...fact }) => {
      const reference = referenceOf(id);
      return { ...fact, ...details.get(reference), recordId: id, reference, standing: standingOf({ id, ...fact }, input.kind) };
    });
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
