import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verificationCodes } from "@/lib/codelists/verification";
import { calendarDate } from "@/lib/kernel/calendar-date";
import { amountInWords, basisInWords, figure, figureInWords, isFigure, levelOf } from "@/lib/reports/domain/figure";

const asOf = calendarDate("2022-03-31");
const level = { lowest: "V1_CLAIM", highest: "V3_CORROBORATED" };

describe("a figure of a report", () => {
  it("is written with its unit, its sources, its day and its level", () => {
    const given = figure({ value: 1960, unit: "people killed", sources: 2, asOf, level });
    expect(figureInWords(given)).toBe("1,960 people killed (2 sources · as of 2022-03-31 · levels V1 to V3)");
    expect(amountInWords(figure({ value: 1, unit: "people killed", sources: 1, asOf, level: "TEXT" }))).toBe("1 person killed");
    expect(basisInWords(figure({ value: 0, unit: "records", sources: 0, asOf, level: "NO_RECORD" }))).toBe("0 sources · as of 2022-03-31 · nothing on record");
  });

  it("can't be made without a unit, below nothing, or of no number", () => {
    expect(() => figure({ value: 1, unit: " ", sources: 1, asOf, level })).toThrow("unit");
    expect(() => figure({ value: -1, unit: "records", sources: 1, asOf, level })).toThrow("no count");
    expect(() => figure({ value: Number.NaN, unit: "records", sources: 1, asOf, level })).toThrow("no count");
    expect(() => figure({ value: 1, unit: "records", sources: 0.5, asOf, level })).toThrow("sources");
  });

  it("is told from other things that a cell may hold", () => {
    expect(isFigure(figure({ value: 3, unit: "records", sources: 1, asOf, level }))).toBe(true);
    for (const other of [3, "3", null, { text: "a", href: "/b" }, { value: 3, unit: "records" }]) expect(isFigure(other)).toBe(false);
  });

  it("spans the levels behind it, whatever their order", () => {
    expect(levelOf([])).toBe("NO_RECORD");
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...verificationCodes), { minLength: 1 }), (codes) => {
        expect(levelOf(codes)).toEqual(levelOf([...codes].reverse()));
      }),
    );
    expect(levelOf(["V4_VERIFIED", "V1_CLAIM", "V3_CORROBORATED"])).toEqual({ lowest: "V1_CLAIM", highest: "V4_VERIFIED" });
  });
});
