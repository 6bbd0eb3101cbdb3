import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { obligationEffectCodes } from "@/lib/codelists/obligation-effect";
import { obligationKindCodes } from "@/lib/codelists/obligation-kind";
import { obligationRelationCodes } from "@/lib/codelists/obligation-relation";
import { verificationCodes } from "@/lib/codelists/verification";
import { assess } from "@/lib/compliance/domain/assess";
import type { AssessmentContext, ObligationInput } from "@/lib/compliance/domain/obligation";
import type { BoardFact } from "@/lib/compliance/domain/record";
import { rules } from "@/lib/compliance/domain/rules";
import { isBetter } from "@/lib/compliance/domain/state-order";
import { addDays } from "@/lib/kernel/calendar-date";
import { aContext, aDeadline, aFact, anAmendment, anObligation, anObserver, day } from "../../support/board-builders";

const start = day("2020-11-10");
// Mostly close together, so that records meet in one window; sometimes far apart, so that terms run out.
const dayWithin = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 90 }) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 1200 }) }).map((days) => addDays(start, days));
const figure = fc.record({ what: fc.constantFrom("personnel moved", "flights"), unit: fc.constant("persons"), low: fc.constant(null), best: fc.integer({ min: 1900, max: 2000 }), high: fc.constant(null), reportedBy: fc.constant("a speaker") });

let made = 0;
const factWith = (over: Partial<Record<keyof BoardFact, fc.Arbitrary<unknown>>> = {}): fc.Arbitrary<BoardFact> =>
  fc
    .record({
      on: dayWithin,
      span: fc.option(fc.integer({ min: 0, max: 40 })),
      relation: fc.constantFrom(...obligationRelationCodes),
      effect: fc.constantFrom(...obligationEffectCodes),
      verification: fc.constantFrom(...verificationCodes),
      isContested: fc.boolean(),
      isLethal: fc.boolean(),
      isPositionChange: fc.boolean(),
      isAcknowledged: fc.boolean(),
      figures: fc.array(figure, { maxLength: 1 }),
      ...over,
    })
    .map(({ on, span, ...fields }) => aFact({ ...fields, on, occurredEnd: span === null ? null : addDays(on, span), id: { incident: ++made } } as Parameters<typeof aFact>[0]));

const anyFact = factWith();
const obligation: fc.Arbitrary<ObligationInput> = fc.record({ kind: fc.constantFrom(...obligationKindCodes), isConditional: fc.boolean(), rule: fc.constantFrom("INCLUSIVE", "EXCLUSIVE", "DISPUTED"), isAmended: fc.boolean() }).map(({ kind, isConditional, rule, isAmended }) =>
  anObligation({
    kind,
    startsOn: isConditional ? null : start,
    quantities: [{ what: "military personnel", value: 1960, unit: "persons", operator: "equals" }],
    deadlines: [aDeadline("2020-11-15", { rule }), ...(isAmended ? [anAmendment("2020-11-25", { rule })] : [])],
    terms: { termYears: 2, noticeMonths: 6, startReadings: [{ holder: "Text", on: "2020-11-10", basis: "" }] },
  }),
);
const context: fc.Arbitrary<AssessmentContext> = fc.record({ asOf: dayWithin, from: dayWithin, to: fc.option(dayWithin), hasCoverage: fc.boolean() }).map(({ asOf, from, to, hasCoverage }) =>
  aContext(asOf, { coverage: hasCoverage ? [anObserver(start), anObserver(from, to !== null && to >= from ? to : null)] : [anObserver(from, to !== null && to >= from ? to : null)] }),
);
const facts = fc.array(anyFact, { maxLength: 12 });
const board = fc.record({ obligation, context, facts });
const breach = factWith({ relation: fc.constantFrom("BREACH", "OBSTRUCTION"), verification: fc.constantFrom("V3_CORROBORATED", "V4_VERIFIED", "V5_INVESTIGATED") });
const weak = factWith({ verification: fc.constantFrom("V0_UNASSESSED", "V1_CLAIM", "V2_REPORTED") });
const runs = { numRuns: 600 };

describe("what no rule may break", { timeout: 60_000 }, () => {
  it("gives the same answer whatever the order of arrival", () => {
    fc.assert(
      fc.property(board, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), ({ obligation, context, facts }, order) => {
        const shuffled = facts.map((fact, index) => ({ fact, at: order[index] ?? 0 })).sort((a, b) => a.at - b.at).map(({ fact }) => fact);
        expect(assess(obligation, shuffled, context)).toEqual(assess(obligation, facts, context));
      }),
      runs,
    );
  });

  it("changes nothing by records dated after the day of the board", () => {
    fc.assert(
      fc.property(board, facts, ({ obligation, context, facts }, more) => {
        const later = more.map((fact) => ({ ...fact, occurredStart: addDays(context.asOf, 1), occurredEnd: null }));
        expect(assess(obligation, [...facts, ...later], context)).toEqual(assess(obligation, facts, context));
      }),
      runs,
    );
  });

  it("never improves by one more counted breach", () => {
    fc.assert(
      fc.property(board, breach, ({ obligation, context, facts }, more) => {
        // Every kind in every run: a rule that only one kind breaks is then met often enough.
        for (const kind of obligationKindCodes) {
          const duty = { ...obligation, kind };
          const before = assess(duty, facts, context).state;
          const after = assess(duty, [...facts, more], context).state;
          expect(isBetter(after, before), `${kind}: ${before} became ${after}`).toBe(false);
        }
      }),
      { numRuns: 800 },
    );
  });

  it("never changes by claims at V0 to V2, however many: only the claims waiting rise", () => {
    fc.assert(
      fc.property(board, fc.array(weak, { maxLength: 10 }), ({ obligation, context, facts }, claims) => {
        const before = assess(obligation, facts, context);
        const after = assess(obligation, [...facts, ...claims], context);
        const dated = claims.filter((claim) => claim.occurredStart <= context.asOf).length;
        expect({ ...after, because: 0, claimsWaiting: 0 }).toEqual({ ...before, because: 0, claimsWaiting: 0 });
        expect(after.claimsWaiting).toBe(before.claimsWaiting + dated);
      }),
      runs,
    );
  });

  it("is not moved by a thousand claims of one side", () => {
    const claims = Array.from({ length: 1000 }, (_, index) => aFact({ id: { incident: 100_000 + index }, on: "2021-03-01", verification: "V1_CLAIM", relation: "BREACH", effect: "CLOSED", isLethal: true }));
    for (const kind of obligationKindCodes) {
      const duty = anObligation({ kind });
      const watched = aContext("2021-03-02", { coverage: [anObserver("2020-11-10")] });
      const before = assess(duty, [], watched);
      const after = assess(duty, claims, watched);
      expect(after).toMatchObject({ state: before.state, overlays: before.overlays, timeliness: before.timeliness, claimsWaiting: 1000 });
    }
  });

  it("never improves when coverage is taken away", () => {
    fc.assert(
      fc.property(board, ({ obligation, context, facts }) => {
        const before = assess(obligation, facts, context).state;
        for (const fewer of [[], context.coverage.slice(1)]) expect(isBetter(assess(obligation, facts, { ...context, coverage: fewer }).state, before)).toBe(false);
      }),
      runs,
    );
  });

  it("keeps no trace of a record that is withdrawn", () => {
    fc.assert(
      fc.property(board, anyFact, ({ obligation, context, facts }, withdrawn) => {
        const before = assess(obligation, facts, context);
        assess(obligation, [...facts, withdrawn], context);
        expect(assess(obligation, [...facts, withdrawn].filter((fact) => fact !== withdrawn), context)).toEqual(before);
      }),
      runs,
    );
  });

  it("always says why, by a rule of the methods page", () => {
    const known = rules.map((rule) => rule.code);
    fc.assert(
      fc.property(board, ({ obligation, context, facts }) => {
        const { because } = assess(obligation, facts, context);
        expect(because.length).toBeGreaterThan(0);
        for (const reason of because) {
          expect(known).toContain(reason.rule);
          expect(reason.text.trim()).not.toBe("");
        }
      }),
      runs,
    );
  });
});
