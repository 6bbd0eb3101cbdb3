import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { assess } from "./assess";
import type { Assessment } from "./assessment";
import type { AssessmentContext, CoverageInput, DependencyInput, Moment, ObligationInput } from "./obligation";
import { type BoardFact, decidingFacts } from "./record";

/** A duty with everything that bears on it. */
export type BoardSubject = {
  readonly input: ObligationInput;
  /** Clause that it belongs to: ceilings of one clause may be counted together. */
  readonly clauseId: number;
  readonly coverage: readonly CoverageInput[];
  readonly dependsOn: readonly string[];
  readonly records: readonly BoardFact[];
};

/** The context of one duty among its sisters: who could observe, what it rests on, which ceilings stand beside it. */
export function contextOf(subject: BoardSubject, all: readonly BoardSubject[], moment: Moment): AssessmentContext {
  const dependencies = subject.dependsOn.map((code) => dependencyOf(code, all, moment.asOf));
  const ceilings = all
    .filter((other) => other.clauseId === subject.clauseId && other.input.kind === "QUANTITY_CEILING")
    .map((other) => ({ code: other.input.code, quantities: other.input.quantities }));
  return { ...moment, coverage: subject.coverage, dependencies, ceilings };
}

function dependencyOf(code: string, all: readonly BoardSubject[], asOf: CalendarDate): DependencyInput {
  const base = all.find((other) => other.input.code === code);
  const ended = base ? decidingFacts(base.records, asOf).find((fact) => fact.effect === "ENDED") : undefined;
  return { code, kind: base?.input.kind ?? "", endedOn: ended?.occurredStart ?? null };
}

/** Every duty of a board on one day under one set of thresholds, by code. */
export const assessAll = (subjects: readonly BoardSubject[], moment: Moment): Map<string, Assessment> =>
  new Map(subjects.map((subject) => [subject.input.code, assess(subject.input, subject.records, contextOf(subject, subjects, moment))]));
