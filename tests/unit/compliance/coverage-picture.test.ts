import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { conditionTotals } from "@/lib/compliance/conditions/domain";
import { conditionIntervals } from "@/lib/compliance/domain/condition-intervals";
import { coveragePicture, type CoverageRow } from "@/lib/compliance/coverage/domain";
import { addDays, daysBetween } from "@/lib/kernel/calendar-date";
import { aContext, aFact, anObligation, anObserver, day } from "../../support/board-builders";

const row = (observer: string, [fromOn, toOn]: [string, string | null], over: Partial<CoverageRow> = {}): CoverageRow => ({ observer, observerName: `Name of ${observer}`, fromOn: day(fromOn), toOn: toOn === null ? null : day(toOn), level: "PARTIAL", restriction: null, ...over });
const span = { from: day("2020-11-10"), to: day("2020-11-30") };
const bands = (rows: CoverageRow[]) => coveragePicture(rows, span)?.lanes.map(({ observer, bands: own }) => `${observer}: ${own.map(({ from, to, level, days }) => `${level} ${from}/${to} ${days}`).join(", ")}`);

describe("who could observe, over time", () => {
  it("says of each observer when it was there, when nobody was, and of what days nothing is on record", () => {
    expect(bands([row("A", ["2020-11-12", "2020-11-20"]), row("A", ["2020-11-21", null], { level: "NONE", restriction: "NO_PRESENCE" })])).toEqual(["A: NOT_ON_RECORD 2020-11-10/2020-11-11 2, PARTIAL 2020-11-12/2020-11-20 9, NONE 2020-11-21/2020-11-30 10"]);
  });

  it("joins rows that say the same, and cuts where access became restricted", () => {
    expect(bands([row("A", ["2020-11-01", "2020-11-14"]), row("A", ["2020-11-15", null])])).toEqual(["A: PARTIAL 2020-11-10/2020-11-30 21"]);
    expect(bands([row("A", ["2020-11-01", "2020-11-14"]), row("A", ["2020-11-15", null], { restriction: "CONDITIONAL" })])).toHaveLength(1);
    expect(coveragePicture([row("A", ["2020-11-01", "2020-11-14"]), row("A", ["2020-11-15", null], { restriction: "CONDITIONAL" })], span)?.lanes[0]?.bands.map(({ restriction }) => restriction)).toEqual([null, "CONDITIONAL"]);
  });

  it("counts a day once however many could see it, and no day on which nobody was there", () => {
    const picture = coveragePicture([row("A", ["2020-11-10", "2020-11-14"]), row("B", ["2020-11-13", "2020-11-16"]), row("C", ["2020-11-10", null], { level: "NONE" })], span);
    expect([picture?.observedDays, picture?.days]).toEqual([7, 21]);
  });

  it("has no lane without a row and no picture without a day", () => {
    expect(coveragePicture([], span)).toMatchObject({ lanes: [], observedDays: 0, days: 21 });
    expect(coveragePicture([], { from: span.to, to: span.from })).toBeUndefined();
  });

  it("leaves no gap: the bands of every observer add up to the span, each beginning the day after the one before", () => {
    const anyRow = fc.tuple(fc.constantFrom("A", "B"), fc.integer({ min: -10, max: 30 }), fc.option(fc.nat(20), { nil: null }), fc.constantFrom("FULL", "PARTIAL", "NONE")).map(([observer, from, length, level]) => {
      const fromOn = addDays(span.from, from);
      return row(observer, [fromOn, length === null ? null : addDays(fromOn, length)], { level });
    });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 8 }), (rows) => {
        const picture = coveragePicture(rows, span);
        expect(picture?.observedDays).toBeLessThanOrEqual(21);
        for (const { bands: own } of picture?.lanes ?? []) {
          expect(own.reduce((sum, { days }) => sum + days, 0)).toBe(21);
          expect(own.map(({ from }) => from)).toEqual(own.map((_, index) => (index === 0 ? span.from : addDays(own[index - 1]?.to ?? span.to, 1))));
          expect(own.every(({ from, to, days }) => daysBetween(from, to) + 1 === days)).toBe(true);
        }
      }),
    );
  });
});

describe("days open, restricted and closed", () => {
  const anyEvent = fc.tuple(fc.nat(400), fc.option(fc.nat(60), { nil: null }), fc.constantFrom("CLOSED", "RESTRICTED", "REOPENED", "STARTED", "ENDED"), fc.constantFrom("V1_CLAIM", "V3_CORROBORATED", "V4_VERIFIED"));

  it("add up to the days from the first to the day shown, whatever is on record", () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 8 }), fc.nat(500), (events, age) => {
        const records = events.map(([from, length, effect, verification]) => {
          const on = addDays(day("2020-11-10"), from);
          return aFact({ on, occurredEnd: length === null ? null : addDays(on, length), relation: effect === "CLOSED" || effect === "RESTRICTED" ? "OBSTRUCTION" : "CONTEXT", effect, verification });
        });
        const asOf = addDays(day("2020-11-10"), age);
        const intervals = conditionIntervals({ input: anObligation({ kind: "STANDING_POSITIVE" }), records }, aContext(asOf, { coverage: [anObserver("2020-12-01", "2021-06-01")] }));
        return conditionTotals(intervals).reduce((sum, { days }) => sum + days, 0) === age + 1;
      }),
    );
  });

  it("are told worst first, the unknown last, and a condition never met not at all", () => {
    const intervals = [{ condition: "UNKNOWN", days: 3 }, { condition: "CLOSED", days: 2 }, { condition: "UNKNOWN", days: 4 }] as const;
    expect(conditionTotals(intervals)).toEqual([{ condition: "CLOSED", days: 2, intervals: 1 }, { condition: "UNKNOWN", days: 7, intervals: 2 }]);
  });
});
