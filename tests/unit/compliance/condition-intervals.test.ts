import { describe, expect, it } from "vitest";
import { conditionIntervals } from "@/lib/compliance/domain/condition-intervals";
import type { AssessmentContext } from "@/lib/compliance/domain/obligation";
import type { BoardFact } from "@/lib/compliance/domain/record";
import { daysBetween } from "@/lib/kernel/calendar-date";
import { aContext, aDependency, aFact, anObligation, anObserver, day } from "../../support/board-builders";

const corridor = anObligation({ code: "NK2020-6g", kind: "STANDING_POSITIVE" });
const begun = aFact({ on: "2020-12-07", relation: "CONTEXT", effect: "STARTED", label: "Returns counted" });
const posts = anObserver("2020-11-15", "2024-06-11");
const closed = aFact({ on: "2022-12-12", occurredEnd: day("2023-04-28"), relation: "OBSTRUCTION", effect: "CLOSED", verification: "V5_INVESTIGATED", label: "Road closed" });
const checkpoint = aFact({ on: "2023-04-23", relation: "OBSTRUCTION", effect: "RESTRICTED", label: "Checkpoint" });
const spansOf = (records: readonly BoardFact[], asOf: string, over: Partial<AssessmentContext> = {}) =>
  conditionIntervals({ input: corridor, records }, aContext(asOf, { coverage: [posts], ...over })).map(({ condition, fromOn, toOn, days }) => [condition, fromOn, toOn, days]);

describe("how a corridor stood, day by day", () => {
  it("is unknown before anybody could observe and before it was begun, then open, closed, restricted, and ended with what it rests on", () => {
    const dependencies = [aDependency({ endedOn: day("2024-06-12") })];
    expect(spansOf([begun, closed, checkpoint], "2024-07-01", { dependencies })).toEqual([
      ["UNKNOWN", "2020-11-10", "2020-12-06", 27],
      ["OPEN", "2020-12-07", "2022-12-11", 735],
      ["CLOSED", "2022-12-12", "2023-04-28", 138],
      ["RESTRICTED", "2023-04-29", "2024-06-11", 410],
      ["UNKNOWN", "2024-06-12", null, 20],
    ]);
  });

  it("covers every day from the first to the day of the board, without a gap", () => {
    const spans = conditionIntervals({ input: corridor, records: [begun, closed, checkpoint] }, aContext("2023-06-16", { coverage: [posts] }));
    expect(spans.reduce((sum, span) => sum + span.days, 0)).toBe(daysBetween(day("2020-11-10"), day("2023-06-16")) + 1);
    expect(spans.map((span) => span.because[0]?.rule)).toEqual(["SP7", "SP7", "SP1", "SP2"]);
  });

  it("stays closed without a last day until a later record of reopening, and never by a breach", () => {
    const open = { ...closed, occurredEnd: null };
    expect(spansOf([begun, open], "2023-06-01").at(-1)).toEqual(["CLOSED", "2022-12-12", null, 172]);
    expect(spansOf([begun, open, aFact({ on: "2023-05-01", effect: "REOPENED" })], "2023-06-01").at(-1)).toEqual(["CLOSED", "2022-12-12", null, 172]);
    expect(spansOf([begun, open, aFact({ on: "2023-05-01", relation: "CONTEXT", effect: "REOPENED" })], "2023-06-01").slice(-2)).toEqual([["CLOSED", "2022-12-12", "2023-04-30", 140], ["OPEN", "2023-05-01", null, 32]]);
  });

  it("reads no last day from a record that is dated to a month", () => {
    const month = { ...closed, isDayUncertain: true };
    expect(spansOf([begun, month], "2023-06-01").at(-1)).toEqual(["CLOSED", "2022-12-12", null, 172]);
  });

  it("is unknown, not open, where the last observer left", () => {
    expect(spansOf([begun], "2024-06-20").at(-1)).toEqual(["UNKNOWN", "2024-06-12", null, 9]);
  });

  it("knows nothing of claims, nor of what is dated later", () => {
    const claim = { ...closed, verification: "V1_CLAIM" };
    expect(spansOf([begun, claim], "2023-01-01").at(-1)?.[0]).toBe("OPEN");
    expect(spansOf([begun, closed], "2022-12-11").at(-1)?.[0]).toBe("OPEN");
  });

  it("has no interval before the duty begins, nor while it waits for a condition", () => {
    expect(spansOf([begun], "2020-11-09")).toEqual([]);
    expect(conditionIntervals({ input: { ...corridor, startsOn: null }, records: [begun] }, aContext("2023-01-01"))).toEqual([]);
  });
});
