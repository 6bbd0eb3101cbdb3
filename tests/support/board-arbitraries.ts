// Random boards for the properties that no rule may break: every kind of duty, records of every sort, gaps in coverage, other duties.
import fc from "fast-check";
import { obligationEffectCodes } from "@/lib/codelists/obligation-effect";
import { obligationKindCodes } from "@/lib/codelists/obligation-kind";
import { obligationRelationCodes } from "@/lib/codelists/obligation-relation";
import { verificationCodes } from "@/lib/codelists/verification";
import type { BoardSubject } from "@/lib/compliance/domain/board";
import type { AssessmentContext, DependencyInput, ObligationInput } from "@/lib/compliance/domain/obligation";
import type { BoardFact } from "@/lib/compliance/domain/record";
import { addDays } from "@/lib/kernel/calendar-date";
import { aContext, aDeadline, aDependency, aFact, anAmendment, anObligation, anObserver, day } from "./board-builders";

export const firstDay = day("2020-11-10");

// Mostly close together, so that records meet in one window; sometimes far apart, so that terms run out.
export const dayWithin = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 90 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 1200 }) }).map((days) => addDays(firstDay, days));

const ceiling = (what: string, value: number, unit: string) => [{ what, value, unit, operator: "equals" }];
const ceilings = [
  { code: "NK2020-1a", quantities: ceiling("military personnel", 1960, "persons") },
  { code: "NK2020-3c", quantities: ceiling("armoured personnel carriers", 90, "items") },
  { code: "NK2020-3d", quantities: ceiling("motor vehicles and special equipment", 380, "items") },
];

const count = fc.option(fc.integer({ min: 1900, max: 2000 }));
const figure = fc.oneof(
  fc.record({ what: fc.constantFrom("personnel moved", "flights"), unit: fc.constant("persons"), low: fc.constant(null), best: count, high: count, reportedBy: fc.constant("a speaker") }),
  fc.record({ what: fc.constantFrom("items of military equipment", "armoured personnel carriers"), unit: fc.constant("items"), low: fc.constant(null), best: fc.integer({ min: 60, max: 600 }), high: fc.constant(null), reportedBy: fc.constant("a speaker") }),
);

let made = 0;

/** A record of any sort; `over` narrows some of its fields. */
export const factWith = (over: Partial<Record<keyof BoardFact, fc.Arbitrary<unknown>>> = {}): fc.Arbitrary<BoardFact> =>
  fc
    .record({
      on: dayWithin,
      span: fc.option(fc.integer({ min: 0, max: 40 })),
      relation: fc.constantFrom(...obligationRelationCodes),
      effect: fc.constantFrom(...obligationEffectCodes),
      verification: fc.constantFrom(...verificationCodes),
      isDayUncertain: fc.boolean(),
      isContested: fc.boolean(),
      isLethal: fc.boolean(),
      isPositionChange: fc.boolean(),
      isAcknowledged: fc.boolean(),
      figures: fc.array(figure, { maxLength: 1 }),
      ...over,
    })
    .map(({ on, span, ...fields }) => aFact({ ...fields, on, occurredEnd: span === null ? null : addDays(on, span), id: { incident: ++made } } as Parameters<typeof aFact>[0]));

export const anyFact = factWith();
export const anyFacts = fc.array(anyFact, { maxLength: 12 });
export const countedBreach = factWith({ relation: fc.constantFrom("BREACH", "OBSTRUCTION"), verification: fc.constantFrom("V3_CORROBORATED", "V4_VERIFIED", "V5_INVESTIGATED") });
export const weakFact = factWith({ verification: fc.constantFrom("V0_UNASSESSED", "V1_CLAIM", "V2_REPORTED") });

const interpretations = fc.array(fc.record({ holder: fc.constantFrom("A", "B"), statedOn: fc.constantFrom(null, "2020-12-01", "2021", "2021-02") }), { maxLength: 2 });

/** A duty of any kind; a test may set the kind again to try all of them on the same records. */
export const anyObligation: fc.Arbitrary<ObligationInput> = fc
  .record({ kind: fc.constantFrom(...obligationKindCodes), isConditional: fc.boolean(), rule: fc.constantFrom("INCLUSIVE", "EXCLUSIVE", "DISPUTED"), isAmended: fc.boolean(), isLasting: fc.boolean(), interpretations })
  .map(({ kind, isConditional, rule, isAmended, isLasting, interpretations }) =>
    anObligation({
      kind,
      interpretations,
      startsOn: isConditional ? null : firstDay,
      quantities: ceilings[0]?.quantities ?? [],
      deadlines: [aDeadline("2020-11-15", { rule }), ...(isAmended ? [anAmendment("2020-11-25", { rule })] : [])],
      terms: { termYears: 2, isChangeLasting: isLasting, noticeMonths: 6, startReadings: [{ holder: "Text", on: "2020-11-10", basis: "" }, { holder: "Deployment", on: "2020-11-20", basis: "" }] },
    }),
  );

const anyDependency: fc.Arbitrary<DependencyInput> = fc
  .record({ kind: fc.constantFrom("STANDING_POSITIVE", "STANDING_NEGATIVE", "TERM", "MILESTONE"), endedOn: fc.option(dayWithin, { freq: 3 }), begunOn: fc.option(dayWithin), completedOn: fc.option(dayWithin) })
  .map((fields) => aDependency(fields));

/** A day with gaps in coverage and duties that this one rests on; what they say is of that day. */
export const anyContext: fc.Arbitrary<AssessmentContext> = fc
  .record({ asOf: dayWithin, from: dayWithin, to: fc.option(dayWithin), hasCoverage: fc.boolean(), dependencies: fc.array(anyDependency, { maxLength: 2 }) })
  .map(({ asOf, from, to, hasCoverage, dependencies }) => {
    const gap = anObserver(from, to !== null && to >= from ? to : null);
    const past = (on: string | null) => (on !== null && on <= asOf ? day(on) : null);
    const known = dependencies.map((entry) => ({ ...entry, endedOn: past(entry.endedOn), begunOn: past(entry.begunOn), completedOn: past(entry.completedOn) }));
    return aContext(asOf, { coverage: hasCoverage ? [anObserver(firstDay), gap] : [gap], dependencies: known, ceilings });
  });

export const anyBoard = fc.record({ obligation: anyObligation, context: anyContext, facts: anyFacts });

/** Three duties of one board, of which the first rests on the second and that on the third; one record may stand on several. */
export const anySubjects: fc.Arbitrary<{ subjects: [BoardSubject, BoardSubject, BoardSubject]; asOf: string }> = fc
  .record({ inputs: fc.tuple(anyObligation, anyObligation, anyObligation), records: fc.tuple(anyFacts, anyFacts, anyFacts), shared: fc.option(anyFact), context: anyContext })
  .map(({ inputs, records, shared, context }) => {
    const subject = (at: 0 | 1 | 2): BoardSubject => ({
      input: { ...inputs[at], code: `NK2020-${at + 1}a` },
      clauseId: 1,
      coverage: context.coverage,
      dependsOn: at < 2 ? [`NK2020-${at + 2}a`] : [],
      records: shared === null ? records[at] : [...records[at], shared],
    });
    return { subjects: [subject(0), subject(1), subject(2)], asOf: context.asOf };
  });
