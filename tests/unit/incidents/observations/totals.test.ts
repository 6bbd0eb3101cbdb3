import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { observationKindCodes } from "@/lib/codelists/observation";
import { hasSeveralUnits, observedTotals } from "@/lib/incidents/observations/domain";
import { observationInput } from "@/lib/incidents/observations/schema";
import { anObservation } from "../../../support/incident-builders";

const line = (kind: (typeof observationKindCodes)[number], countBest: number, over: Parameters<typeof anObservation>[0] = {}) => anObservation({ kind, countBest, ...over });

describe("what observers counted", () => {
  it("of one day's report comes to 1,620 where all is counted in one unit: 398 + 17 + 7 + 21 + 1,177", () => {
    const counts = [["EXPLOSION", 398], ["PROJECTILE_IN_FLIGHT", 17], ["MUZZLE_FLASH", 7], ["ILLUMINATION_FLARE", 21], ["BURST", 1177]] as const;
    const inOneUnit = counts.map(([kind, count]) => line(kind, count, { countUnit: "CASE_AS_REPORTED" }));
    expect(observedTotals(inOneUnit)).toEqual([{ unit: "CASE_AS_REPORTED", mergedFrom: null, lines: 5, low: 1620, best: 1620, high: 1620 }]);
    const eachInItsOwn = counts.map(([kind, count]) => line(kind, count));
    expect([observedTotals(eachInItsOwn), hasSeveralUnits(eachInItsOwn), hasSeveralUnits(inOneUnit)]).toEqual([[], true, false]);
  });

  it("has a figure only where every line gives one", () => {
    const lines = [anObservation({ countLow: 2, countBest: null, countHigh: 5 }), anObservation({ countLow: null, countBest: 3 }), anObservation({ countLow: 1, countBest: null })];
    expect(observedTotals(lines.slice(0, 2))).toMatchObject([{ low: 5, best: null, high: 8 }]);
    expect(observedTotals(lines)).toMatchObject([{ lines: 3, low: 6, best: null, high: null }]);
  });

  it("is never added to the lines of a merged record, which may tell of the same", () => {
    const lines = [line("SHOT", 3), line("SHOT", 4), line("SHOT", 7, { mergedFrom: 9 }), line("SHOT", 1, { mergedFrom: 9 })];
    expect(observedTotals(lines).map(({ mergedFrom, best }) => [mergedFrom, best])).toEqual([[null, 7], [9, 8]]);
  });

  it("leaves uncounted lines out, and a line alone has no total", () => {
    expect(observedTotals([anObservation({ countBest: null }), anObservation({ countBest: 5 })])).toEqual([]);
  });

  it("never mixes units, whatever is observed", () => {
    const anyLine = fc.record({ kind: fc.constantFrom(...observationKindCodes), countUnit: fc.constantFrom(...observationKindCodes, null), countBest: fc.nat(1000) }).map((over) => anObservation(over));
    fc.assert(fc.property(fc.array(anyLine, { maxLength: 12 }), (lines) => {
      for (const total of observedTotals(lines)) {
        const ofUnit = lines.filter((one) => (one.countUnit ?? one.kind) === total.unit);
        expect([total.lines, total.best]).toEqual([ofUnit.length, ofUnit.reduce((sum, one) => sum + (one.countBest ?? 0), 0)]);
      }
    }));
  });
});

describe("an observation as it is given", () => {
  const given = { kind: "EXPLOSION", means: "HEARD" };
  const errorsOf = (over: Record<string, unknown>): string[] => observationInput.safeParse({ ...given, ...over }).error?.issues.map((issue) => issue.path.join(".")) ?? [];

  it("needs its kind and its means only", () => {
    expect(observationInput.parse(given)).toEqual({
      kind: "EXPLOSION", means: "HEARD", direction: "UNDETERMINED", countLow: null, countBest: null, countHigh: null, countUnit: null, weapon: null, weaponCalibreMm: null,
      observerPlace: null, bearing16: null, distanceKmLow: null, distanceKmHigh: null, mergedFrom: null,
    });
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ["counts out of order", { countLow: 5, countBest: 3 }, ["countBest"]],
    ["a nearer distance beyond the farther", { distanceKmLow: 3, distanceKmHigh: 2 }, ["distanceKmLow"]],
    ["a distance beyond sight", { distanceKmHigh: 1001 }, ["distanceKmHigh"]],
    ["a bearing between the sixteen", { bearing16: "NNNE" }, ["bearing16"]],
    ["a calibre of nothing", { weapon: "MORTAR", weaponCalibreMm: 0 }, ["weaponCalibreMm"]],
    ["a calibre without its weapon", { weaponCalibreMm: 82 }, ["weapon"]],
  ])("is refused for %s, beside the field", (_what, over, expected) => expect(errorsOf(over)).toEqual(expected));

  it.each([{ weapon: "SMALL_ARMS", weaponCalibreMm: 7.62 }, { distanceKmLow: 1.5, distanceKmHigh: 1.5 }, { countBest: 0 }])("is taken with %o", (over) => expect(errorsOf(over)).toEqual([]));
});
