import { describe, expect, it } from "vitest";
import type { Figure } from "@/lib/compliance/domain/record";
import { countedQuantity } from "@/lib/compliance/domain/quantity-ceiling";
import { quantityPoints, withReported } from "@/lib/compliance/quantities/domain";
import { aFact, anObligation, watched } from "../../support/board-builders";

const figure = (what: string, best: number, over: Partial<Figure> = {}): Figure => ({ what, unit: "persons", low: best, best, high: best, reportedBy: "Russian Defence Ministry", ...over });
const ceiling = (code: string, limit: { what: string; value: number; unit: string }) => anObligation({ code, kind: "QUANTITY_CEILING", quantities: [{ ...limit, operator: "equals (read here as a ceiling)" }] });
const personnel = ceiling("NK2020-3b", { what: "military personnel", value: 1960, unit: "persons" });
const carriers = ceiling("NK2020-3c", { what: "armoured personnel carriers", value: 90, unit: "vehicles" });
const vehicles = ceiling("NK2020-3d", { what: "motor vehicles and special equipment", value: 380, unit: "items" });
const at = (asOf: string) => watched(asOf, { ceilings: [personnel, carriers, vehicles].map(({ code, quantities }) => ({ code, quantities })) });

const progress = aFact({ on: "2020-11-13", relation: "CONTEXT", verification: "V1_CLAIM", figures: [figure("personnel moved", 1103)] });
const deployed = aFact({ on: "2020-11-20", relation: "CONTEXT", figures: [figure("personnel moved", 1960), figure("items of military equipment moved", 552, { unit: "items" })] });

describe("the figures reported for a ceiling", () => {
  it("are in order of their days, a waiting claim among them and marked as waiting", () => {
    expect(quantityPoints(personnel, [deployed, progress], at("2021-01-01"))).toMatchObject([
      { on: "2020-11-13", best: 1103, limit: 1960, standing: "WAITING", comparison: "BELOW", isCombined: false },
      { on: "2020-11-20", best: 1960, limit: 1960, standing: "COUNTED", comparison: "WITHIN", isCombined: false },
    ]);
  });

  it("set a count of several ceilings against their sum, for each of them, and say so", () => {
    for (const input of [carriers, vehicles]) expect(quantityPoints(input, [deployed], at("2021-01-01"))).toMatchObject([{ best: 552, limit: 470, isCombined: true, comparison: "ABOVE_BEST" }]);
  });

  it("tell nothing of a later day, and are dated by the last day of their record", () => {
    const long = aFact({ on: "2020-11-10", occurredEnd: deployed.occurredStart, relation: "CONTEXT", figures: [figure("personnel moved", 1500)] });
    expect(quantityPoints(personnel, [deployed, long], at("2020-11-19"))).toEqual([]);
    expect(quantityPoints(personnel, [long], at("2020-11-20"))).toMatchObject([{ on: "2020-11-20" }]);
  });

  it("are none for another kind of duty", () => {
    expect(quantityPoints({ ...personnel, kind: "MILESTONE" }, [deployed], at("2021-01-01"))).toEqual([]);
  });
});

describe("the figures of the text", () => {
  const text = [
    { what: "weapons class", value: null, unit: null },
    { what: "military personnel", value: 1960, unit: "persons" },
    { what: "another", value: 5, unit: "items" },
  ];

  it("carry the series at the one that the ceiling is measured by, and nowhere else", () => {
    const points = quantityPoints(personnel, [deployed], at("2021-01-01"));
    expect(withReported(text, points).map(({ reported }) => reported.length)).toEqual([0, 1, 0]);
    expect(countedQuantity(text)).toMatchObject({ what: "military personnel", value: 1960 });
    expect(countedQuantity(text.slice(0, 1))).toBeUndefined();
  });
});
