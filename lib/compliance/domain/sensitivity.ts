import { countsOnBoard, type Verification } from "@/lib/codelists/verification";
import type { ComplianceState } from "@/lib/codelists/compliance-state";
import type { Timeliness } from "@/lib/codelists/timeliness";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { assess } from "./assess";
import { type BoardSubject, contextOf } from "./board";
import type { CoverageInput, DeadlineInput, Moment } from "./obligation";
import { type BoardFact, decidingFacts, inOrder, isWaiting, type RecordId, referenceOf } from "./record";

/** What the rules would say instead. */
export type Outcome = { readonly state: ComplianceState; readonly timeliness: Timeliness | null };

type Named = { readonly recordId: RecordId; readonly reference: string; readonly label: string; readonly on: CalendarDate; readonly verification: string };

/** A counted record without which the answer is another. */
export type RecordFlip = Named & { readonly becomes: Outcome };

/** A claim, or an open finding, that would give another answer at these levels; a possible breach is taken as found. */
export type ClaimFlip = Named & { readonly relation: string; readonly outcomes: readonly { readonly at: Verification; readonly becomes: Outcome }[] };

export type CoverageFlip = Pick<CoverageInput, "observer" | "fromOn" | "toOn"> & { readonly becomes: Outcome };
export type AmendmentFlip = Pick<DeadlineInput, "dueOn" | "setOn" | "setBy"> & { readonly becomes: Outcome };

/** Everything that would change an answer by itself. `leftOut` counts the older records and claims that were not tried. */
export type Sensitivity = {
  readonly records: readonly RecordFlip[];
  readonly claims: readonly ClaimFlip[];
  readonly coverage: readonly CoverageFlip[];
  readonly amendments: readonly AmendmentFlip[];
  readonly leftOut: { readonly records: number; readonly claims: number };
};

/** As many records, and as many claims, are tried at most: the ones that the reasons name first, then the newest. */
export const triedAtMost = 40;

/**
 * The single records whose refutation would change the state or the timeliness of a duty, the presence without which it would
 * be another, the amendments that it hangs on, and the claims that would change it once verified. Each is tried by the same
 * rules as the board; a record is taken from every duty that it stands on, so that an end of something counts for all.
 */
export function sensitivityOf(subject: BoardSubject, all: readonly BoardSubject[], moment: Moment): Sensitivity {
  const trial = trialOf(subject, all, moment);
  const counted = candidates(restingOn(subject, all).flatMap((each) => decidingFacts(each.records, moment.asOf)), trial.named);
  const open = candidates(subject.records.filter((fact) => fact.occurredStart <= moment.asOf && isOpenClaim(fact, subject.input.kind)), trial.named);
  return {
    records: counted.tried.flatMap((fact) => trial.flip(trial.without(fact), (becomes) => ({ ...nameOf(fact), becomes }))),
    claims: open.tried.flatMap((fact) => claimFlip(fact, trial)),
    coverage: subject.coverage.flatMap((row) => trial.flip(trial.having({ coverage: subject.coverage.filter((other) => other !== row) }), (becomes) => ({ observer: row.observer, fromOn: row.fromOn, toOn: row.toOn, becomes }))),
    amendments: amendmentsOf(subject, moment.asOf).flatMap((row) => {
      const deadlines = subject.input.deadlines.filter((other) => other !== row);
      return trial.flip(trial.having({ input: { ...subject.input, deadlines } }), (becomes) => ({ dueOn: row.dueOn, setOn: row.setOn, setBy: row.setBy, becomes }));
    }),
    leftOut: { records: counted.leftOut + (subject.unread?.against ?? 0), claims: open.leftOut + (subject.unread?.waiting ?? 0) + (subject.unread?.open ?? 0) },
  };
}

type Trial = {
  readonly named: ReadonlySet<string>;
  readonly without: (fact: BoardFact) => Outcome;
  readonly having: (change: Partial<BoardSubject>) => Outcome;
  readonly flip: <Told>(after: Outcome, told: (becomes: Outcome) => Told) => Told[];
  readonly records: readonly BoardFact[];
};

/** The rules with one thing changed. Claims never decide, so they are left out of every trial but their own. */
function trialOf(subject: BoardSubject, all: readonly BoardSubject[], moment: Moment): Trial {
  const countedOnly = (each: BoardSubject): BoardSubject => ({ ...each, records: decidingFacts(each.records, moment.asOf) });
  const lean = countedOnly(subject);
  const others = all.filter((other) => other.input.code !== subject.input.code).map(countedOnly);
  const answer = (own: BoardSubject, sisters: readonly BoardSubject[]) => assess(own.input, own.records, contextOf(own, [own, ...sisters], moment));
  const outcomeOf = (own: BoardSubject, sisters = others): Outcome => {
    const { state, timeliness } = answer(own, sisters);
    return { state, timeliness };
  };
  const before = answer(lean, others);
  const named = new Set(before.because.flatMap((reason) => reason.reference ?? []));
  return {
    named,
    records: lean.records,
    without: (fact) => outcomeOf(withoutRecord(lean, fact.id), others.map((other) => withoutRecord(other, fact.id))),
    having: (change) => outcomeOf({ ...lean, ...change }),
    flip: (after, told) => (after.state === before.state && after.timeliness === before.timeliness ? [] : [told(after)]),
  };
}

function withoutRecord(subject: BoardSubject, id: RecordId): BoardSubject {
  const reference = referenceOf(id);
  const records = subject.records.filter((fact) => referenceOf(fact.id) !== reference);
  return records.length === subject.records.length ? subject : { ...subject, records };
}

/** The duty itself and every duty that it rests on, directly or not, each once. */
function restingOn(subject: BoardSubject, all: readonly BoardSubject[]): BoardSubject[] {
  const reached = new Map([[subject.input.code, subject]]);
  for (const each of reached.values()) {
    for (const code of each.dependsOn) {
      const base = all.find((other) => other.input.code === code);
      if (base && !reached.has(code)) reached.set(code, base);
    }
  }
  return [...reached.values()];
}

const isOpenClaim = (fact: BoardFact, kind: string): boolean => isWaiting(fact, kind) || (countsOnBoard(fact.verification) && fact.relation === "POSSIBLE_BREACH");

function claimFlip(fact: BoardFact, trial: Trial): ClaimFlip[] {
  const levels: readonly Verification[] = countsOnBoard(fact.verification) ? [fact.verification as Verification] : ["V3_CORROBORATED", "V4_VERIFIED"];
  const relation = fact.relation === "POSSIBLE_BREACH" ? "BREACH" : fact.relation;
  const outcomes = levels.flatMap((at) => trial.flip(trial.having({ records: [...trial.records, { ...fact, relation, verification: at }] }), (becomes) => ({ at, becomes })));
  const distinct = outcomes.filter(({ becomes }, index) => index === 0 || becomes.state !== outcomes[index - 1]?.becomes.state || becomes.timeliness !== outcomes[index - 1]?.becomes.timeliness);
  return distinct.length === 0 ? [] : [{ ...nameOf(fact), relation: fact.relation, outcomes: distinct }];
}

const nameOf = (fact: BoardFact): Named => ({ recordId: fact.id, reference: referenceOf(fact.id), label: fact.label, on: fact.occurredStart, verification: fact.verification });

/** Each record once, those that the reasons name first, then the newest; cut to what is tried at most. */
function candidates(facts: readonly BoardFact[], named: ReadonlySet<string>): { tried: BoardFact[]; leftOut: number } {
  const newestFirst = inOrder(facts).reverse();
  const each = [...new Map(newestFirst.map((fact) => [referenceOf(fact.id), fact])).values()];
  const isNamed = (fact: BoardFact): boolean => named.has(referenceOf(fact.id));
  const ordered = [...each.filter(isNamed), ...each.filter((fact) => !isNamed(fact))];
  return { tried: ordered.slice(0, triedAtMost), leftOut: Math.max(0, ordered.length - triedAtMost) };
}

const amendmentsOf = ({ input }: BoardSubject, asOf: CalendarDate): DeadlineInput[] => input.deadlines.filter((deadline) => deadline.origin === "AMENDMENT" && deadline.setOn <= asOf);
