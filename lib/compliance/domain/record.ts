import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { referenceOf as incidentReference } from "@/lib/incidents/domain/record";
import type { TimePrecision } from "@/lib/codelists/time-precision";
import { countsOnBoard, verificationRank } from "@/lib/codelists/verification";

/** The published record behind a line: an incident by number or a milestone by key. */
export type RecordId = { readonly incident: number } | { readonly milestone: string };

/** A counted quantity as somebody reported it; null where no such estimate was given. */
export type Figure = {
  readonly what: string;
  readonly unit: string;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly reportedBy: string;
  readonly note?: string | null;
};

/** A published record as the board knows it, for one obligation. */
export type BoardFact = {
  readonly id: RecordId;
  readonly label: string;
  readonly relation: string;
  readonly effect: string;
  readonly occurredStart: CalendarDate;
  readonly occurredEnd: CalendarDate | null;
  /** The two days bound when it happened (a month, a week) and don't say that it lasted from the one to the other. */
  readonly isDayUncertain: boolean;
  readonly verification: string;
  readonly isContested: boolean;
  readonly isLethal: boolean;
  readonly isPositionChange: boolean;
  readonly isAcknowledged: boolean;
  readonly figures: readonly Figure[];
};

const knownToTheDay: readonly string[] = ["T1_MINUTE", "T2_HOUR", "T3_PART_OF_DAY", "T4_DAY"] satisfies TimePrecision[];

/** Whether a record of this precision names a span within which it happened, and not the days that it lasted. */
export const isDayUncertain = (timePrecision: string): boolean => !knownToTheDay.includes(timePrecision);

/** The last day of a record: a completion or a count is dated by it, so that an uncertain span never counts early. */
export const lastDayOf = (fact: BoardFact): CalendarDate => fact.occurredEnd ?? fact.occurredStart;

/** The last day of what lasted, where the record gives one: the end of an uncertain span is no such day. */
export const statedEndOf = (fact: BoardFact): CalendarDate | null => (fact.isDayUncertain ? null : fact.occurredEnd);

/** The day from which a record surely speaks: its first, or the last of a span within which its day lies, so that nothing counts too early. */
export const certainDayOf = (fact: BoardFact): CalendarDate => (fact.isDayUncertain ? lastDayOf(fact) : fact.occurredStart);

/** The short name people cite: a milestone's key, or the incident's reference. */
export const referenceOf = (id: RecordId): string => ("milestone" in id ? id.milestone : incidentReference(id.incident));

/** The identity of a row's record; a database check holds that it has exactly one of the two. */
export function recordIdOf(row: { incidentId: number | null; milestone: { key: string } | null }): RecordId {
  if (row.milestone) return { milestone: row.milestone.key };
  if (row.incidentId === null) throw new RangeError("a board record has neither an incident nor a milestone");
  return { incident: row.incidentId };
}

/** Total order of records: by day, then by identity. Rules read records in it, so arrival order can't matter. */
export function inOrder(facts: readonly BoardFact[]): BoardFact[] {
  const idOf = ({ id }: BoardFact): string => ("milestone" in id ? `m:${id.milestone}` : `i:${String(id.incident).padStart(12, "0")}`);
  const keyed = facts.map((fact) => ({ fact, key: [fact.occurredStart, lastDayOf(fact), idOf(fact), fact.relation, fact.effect, fact.verification].join("|") }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ fact }) => fact);
}

/** Records that may decide a state: V3 or above, not dated after `asOf`, and more than a possibility. */
export const decidingFacts = (facts: readonly BoardFact[], asOf: CalendarDate): BoardFact[] =>
  inOrder(facts.filter((fact) => fact.occurredStart <= asOf && countsOnBoard(fact.verification) && fact.relation !== "POSSIBLE_BREACH"));

/** Whether a record could bear on a duty at all: context that does nothing to it never could, except that a ceiling reads its figures. */
const couldBear = (fact: BoardFact, kind: string): boolean => fact.relation !== "CONTEXT" || fact.effect !== "NONE" || (kind === "QUANTITY_CEILING" && fact.figures.length > 0);

/** A claim that waits: V0 to V2, and such that it could bear on a duty of this kind once it is verified. */
export const isWaiting = (fact: BoardFact, kind: string): boolean => verificationRank(fact.verification) >= 0 && !countsOnBoard(fact.verification) && couldBear(fact, kind);

/** Claims that wait beside the state of a duty of this kind, not dated after `asOf`. */
export const waitingFacts = (facts: readonly BoardFact[], kind: string, asOf: CalendarDate): BoardFact[] => inOrder(facts.filter((fact) => fact.occurredStart <= asOf && isWaiting(fact, kind)));

/** V4 and V5: a mandated body observed it, or a finding was published. */
export const isVerified = (fact: BoardFact): boolean => verificationRank(fact.verification) >= 4;

/** A record that the duty was not kept, or that keeping it was hindered. */
export const isBreach = (fact: BoardFact): boolean => fact.relation === "BREACH" || fact.relation === "OBSTRUCTION";
