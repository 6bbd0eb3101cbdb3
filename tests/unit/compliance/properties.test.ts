import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { obligationKindCodes } from "@/lib/codelists/obligation-kind";
import { assess } from "@/lib/compliance/domain/assess";
import { conditionIntervals } from "@/lib/compliance/domain/condition-intervals";
import { isWaiting } from "@/lib/compliance/domain/record";
import { rules } from "@/lib/compliance/domain/rules";
import { isBetter } from "@/lib/compliance/domain/state-order";
import { addDays, daysBetween } from "@/lib/kernel/calendar-date";
import { anyBoard, anyFact, anyFacts, countedBreach, firstDay, weakFact } from "../../support/board-arbitraries";
import { aContext, aFact, anObligation, anObserver, day } from "../../support/board-builders";

const runs = { numRuns: 200 };

describe("what no rule may break", { timeout: 60_000 }, () => {
  it("gives the same answer whatever the order of arrival", () => {
    fc.assert(
      fc.property(anyBoard, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), ({ obligation, context, facts }, order) => {
        const shuffled = facts.map((fact, index) => ({ fact, at: order[index] ?? 0 })).sort((a, b) => a.at - b.at).map(({ fact }) => fact);
        for (const kind of obligationKindCodes) expect(assess({ ...obligation, kind }, shuffled, context)).toEqual(assess({ ...obligation, kind }, facts, context));
      }),
      runs,
    );
  });

  it("changes nothing by records dated after the day of the board", () => {
    fc.assert(
      fc.property(anyBoard, anyFacts, ({ obligation, context, facts }, more) => {
        const later = more.map((fact) => ({ ...fact, occurredStart: addDays(context.asOf, 1), occurredEnd: null }));
        for (const kind of obligationKindCodes) expect(assess({ ...obligation, kind }, [...facts, ...later], context)).toEqual(assess({ ...obligation, kind }, facts, context));
      }),
      runs,
    );
  });

  it("never improves by one more counted breach", () => {
    fc.assert(
      fc.property(anyBoard, countedBreach, ({ obligation, context, facts }, more) => {
        // Every kind in every run: a rule that only one kind breaks is then met often enough.
        for (const kind of obligationKindCodes) {
          const duty = { ...obligation, kind };
          const before = assess(duty, facts, context).state;
          const after = assess(duty, [...facts, more], context).state;
          expect(isBetter(after, before), `${kind}: ${before} became ${after}`).toBe(false);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("never changes by claims at V0 to V2, whatever the kind of duty: only the claims waiting rise (trust rule 2)", () => {
    fc.assert(
      fc.property(anyBoard, fc.array(weakFact, { maxLength: 10 }), ({ obligation, context, facts }, claims) => {
        for (const kind of obligationKindCodes) {
          const before = assess({ ...obligation, kind }, facts, context);
          const after = assess({ ...obligation, kind }, [...facts, ...claims], context);
          const waiting = claims.filter((claim) => claim.occurredStart <= context.asOf && isWaiting(claim, kind)).length;
          expect({ ...after, because: 0, claimsWaiting: 0 }).toEqual({ ...before, because: 0, claimsWaiting: 0 });
          expect(after.claimsWaiting).toBe(before.claimsWaiting + waiting);
        }
      }),
      runs,
    );
  });

  it("is moved by no number of claims of one side, from one to a thousand", () => {
    const claims = Array.from({ length: 1000 }, (_, index) => aFact({ id: { incident: 100_000 + index }, on: "2021-03-01", verification: "V1_CLAIM", relation: "POSSIBLE_BREACH", effect: "CLOSED", isLethal: true }));
    const watched = aContext("2021-03-02", { coverage: [anObserver("2020-11-10")] });
    fc.assert(
      fc.property(fc.constantFrom(...obligationKindCodes), anyFacts, fc.integer({ min: 1, max: 1000 }), (kind, facts, many) => {
        const before = assess(anObligation({ kind }), facts, watched);
        const after = assess(anObligation({ kind }), [...facts, ...claims.slice(0, many)], watched);
        expect(after).toMatchObject({ state: before.state, overlays: before.overlays, timeliness: before.timeliness, claimsWaiting: before.claimsWaiting + many });
      }),
      { numRuns: 60 },
    );
  });

  it("never improves when coverage is taken away, whatever the kind of duty (trust rule 14)", () => {
    fc.assert(
      fc.property(anyBoard, ({ obligation, context, facts }) => {
        for (const kind of obligationKindCodes) {
          const duty = { ...obligation, kind };
          const before = assess(duty, facts, context).state;
          for (const fewer of [[], context.coverage.slice(1), context.coverage.slice(0, 1)]) {
            const after = assess(duty, facts, { ...context, coverage: fewer }).state;
            expect(isBetter(after, before), `${kind}: ${before} became ${after}`).toBe(false);
          }
        }
      }),
      runs,
    );
  });

  it("turns nothing green by age: on records alone no later day is calmer unless somebody could observe or counted anew", () => {
    fc.assert(
      fc.property(anyBoard, fc.integer({ min: 1, max: 900 }), ({ obligation, context, facts }, days) => {
        // A record that spans the day may first be counted on its own last day: those of the past are over.
        const past = facts.filter((fact) => (fact.occurredEnd ?? fact.occurredStart) <= context.asOf);
        const blind = { ...context, coverage: [] };
        for (const kind of ["STANDING_NEGATIVE", "STANDING_POSITIVE", "QUANTITY_CEILING", "TERM"] as const) {
          const now = assess({ ...obligation, kind }, past, blind).state;
          const later = assess({ ...obligation, kind }, past, { ...blind, asOf: addDays(context.asOf, days) }).state;
          expect(later === "C_HOLDING" && now !== "C_HOLDING", `${kind}: ${now} became ${later}`).toBe(false);
        }
      }),
      runs,
    );
  });

  it("keeps no trace of a record that is withdrawn", () => {
    fc.assert(
      fc.property(anyBoard, anyFact, ({ obligation, context, facts }, withdrawn) => {
        const before = assess(obligation, facts, context);
        assess(obligation, [...facts, withdrawn], context);
        expect(assess(obligation, [...facts, withdrawn].filter((fact) => fact !== withdrawn), context)).toEqual(before);
      }),
      runs,
    );
  });

  it("disputes a date only where its readings differ, and then shows both outcomes (trust rule 13)", () => {
    const implemented = obligationKindCodes.filter((kind) => ["MILESTONE", "ESTABLISH_BODY", "EXCHANGE", "ENABLE", "PARALLEL", "PLAN_THEN_BUILD"].includes(kind));
    fc.assert(
      fc.property(anyBoard, fc.constantFrom(...implemented), ({ obligation, context, facts }, kind) => {
        const duty = { ...obligation, kind, startsOn: firstDay };
        const answer = assess(duty, facts, context);
        const originals = answer.deadlineReadings.filter((reading) => reading.origin === "ORIGINAL");
        expect(originals.map((reading) => reading.dueOn), "an amendment never hides the original date").toContain("2020-11-15");
        const under = (rule: string) => assess({ ...duty, deadlines: duty.deadlines.map((deadline) => ({ ...deadline, rule })) }, facts, context).timeliness;
        const isDisputed = duty.deadlines[0]?.rule === "DISPUTED";
        expect(originals.length).toBe(isDisputed ? 2 : 1);
        const outcomes = [under("INCLUSIVE"), under("EXCLUSIVE")];
        const differs = isDisputed && outcomes[0] !== outcomes[1];
        expect(differs ? answer.timeliness : "DATE_READING_DISPUTED").toBe("DATE_READING_DISPUTED");
      }),
      runs,
    );
  });

  it("gives every day from the first to the last one condition and no gap", () => {
    fc.assert(
      fc.property(anyBoard, ({ obligation, context, facts }) => {
        const spans = conditionIntervals({ input: { ...obligation, kind: "STANDING_POSITIVE", startsOn: firstDay }, records: facts }, context);
        expect(spans.reduce((sum, span) => sum + span.days, 0)).toBe(daysBetween(firstDay, context.asOf) + 1);
        for (const [index, span] of spans.entries()) {
          expect(span.because.length).toBeGreaterThan(0);
          const next = spans[index + 1];
          expect(span.toOn).toBe(next === undefined ? null : addDays(next.fromOn, -1));
          expect(next?.condition).not.toBe(span.condition);
        }
      }),
      runs,
    );
  });

  it("always says why, by a rule of the methods page", () => {
    const known = rules.map((rule) => rule.code);
    fc.assert(
      fc.property(anyBoard, ({ obligation, context, facts }) => {
        for (const kind of obligationKindCodes) {
          const { because } = assess({ ...obligation, kind }, facts, context);
          expect(because.length).toBeGreaterThan(0);
          for (const reason of because) {
            expect(known).toContain(reason.rule);
            expect(reason.text.trim()).not.toBe("");
          }
        }
      }),
      runs,
    );
  });

  it("answers for a leap day and the day of a short month as for any other", () => {
    for (const asOf of ["2024-02-29", "2023-02-28"]) expect(assess(anObligation(), [], aContext(asOf, { coverage: [anObserver(day("2020-11-10"))] })).state).toBe("C_HOLDING");
  });
});
