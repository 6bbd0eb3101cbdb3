import { assess } from "./assess";
import type { Assessment } from "./assessment";
import { endedBase } from "./ended-base";
import { beginningOf, completionOf } from "./evidence";
import type { AssessmentContext, CoverageInput, DependencyInput, Moment, ObligationInput } from "./obligation";
import { type BoardFact, decidingFacts } from "./record";
import type { Unread } from "./unread";

/** A duty with everything that bears on it. */
export type BoardSubject = {
  readonly input: ObligationInput;
  /** Clause that it belongs to: ceilings of one clause may be counted together. */
  readonly clauseId: number;
  readonly coverage: readonly CoverageInput[];
  readonly dependsOn: readonly string[];
  readonly records: readonly BoardFact[];
  /** What stands on the duty and was not read; absent where `records` are all. */
  readonly unread?: Unread | undefined;
};

/** The context of one duty among its sisters: who could observe, what it rests on, which ceilings stand beside it. */
export const contextOf = (subject: BoardSubject, all: readonly BoardSubject[], moment: Moment): AssessmentContext => contextWithin(subject, { all, moment, above: [] });

/** Duties that are being worked out already: a circle of them ends here instead of running for ever. */
type Within = { readonly all: readonly BoardSubject[]; readonly moment: Moment; readonly above: readonly string[] };

function contextWithin(subject: BoardSubject, within: Within): AssessmentContext {
  const { all, moment } = within;
  const above = [...within.above, subject.input.code];
  const isWaitingForThem = subject.input.startsOn === null;
  const dependencies = subject.dependsOn.map((code) => {
    const base = above.includes(code) ? undefined : all.find((other) => other.input.code === code);
    return base ? dependencyOf(base, isWaitingForThem, { ...within, above }) : unread(code);
  });
  const ceilings = all
    .filter((other) => other.clauseId === subject.clauseId && other.input.kind === "QUANTITY_CEILING")
    .map((other) => ({ code: other.input.code, quantities: other.input.quantities }));
  return { ...moment, coverage: subject.coverage, dependencies, ceilings, ...(subject.unread && { unread: subject.unread }) };
}

/** A duty of another board, or one of a circle: it is named, and nothing is concluded from it. */
const unread = (code: string): DependencyInput => ({ code, title: code, kind: "", endedOn: null, begunOn: null, completedOn: null, state: null });

function dependencyOf(base: BoardSubject, isStateTold: boolean, within: Within): DependencyInput {
  const { asOf } = within.moment;
  const facts = decidingFacts(base.records, asOf);
  const context = contextWithin(base, within);
  const ended = facts.find((fact) => fact.effect === "ENDED")?.occurredStart ?? endedBase(context.dependencies)?.endedOn ?? null;
  const { code, title, kind } = base.input;
  const state = isStateTold ? assess(base.input, base.records, context).state : null;
  return { code, title, kind, endedOn: ended, begunOn: beginningOf(facts, asOf)?.on ?? null, completedOn: completionOf(facts, asOf)?.on ?? null, state };
}

/** Every duty of a board on one day under one set of thresholds, by code. */
export const assessAll = (subjects: readonly BoardSubject[], moment: Moment): Map<string, Assessment> =>
  new Map(subjects.map((subject) => [subject.input.code, assess(subject.input, subject.records, contextOf(subject, subjects, moment))]));
