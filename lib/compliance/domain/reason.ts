import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { type BoardFact, type RecordId, referenceOf } from "./record";
import type { RuleCode } from "./rules";

/** One line of the explanation that stands beside every state. */
export type Reason = {
  readonly rule: RuleCode;
  readonly text: string;
  readonly recordId?: RecordId;
  readonly reference?: string;
  readonly on?: CalendarDate;
  readonly verification?: string;
  readonly relation?: string;
  /** So many further records of the same sort, which are not named. */
  readonly more?: number;
};

/** A reason that rests on a rule alone. */
export const because = (rule: RuleCode, text: string, on?: CalendarDate): Reason => (on === undefined ? { rule, text } : { rule, text, on });

/** A reason that rests on a record: it names the record, its day, and how well it is verified. */
export const becauseOf = (rule: RuleCode, fact: BoardFact, text: string): Reason => ({
  rule,
  text,
  recordId: fact.id,
  reference: referenceOf(fact.id),
  on: fact.occurredStart,
  verification: fact.verification,
  relation: fact.relation,
});
