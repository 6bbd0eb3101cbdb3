import { describe, expect, it } from "vitest";
import { assess } from "@/lib/compliance/domain/assess";
import { compare } from "@/lib/compliance/domain/quantity-ceiling";
import type { Figure } from "@/lib/compliance/domain/record";
import { aContext, aFact, anObligation, watched } from "../../support/board-builders";

const figure = (what: string, best: number | null, over: Partial<Figure> = {}): Figure => ({ what, unit: "persons", low: best, best, high: best, reportedBy: "Russian Defence Ministry", ...over });
const quantity = (what: string, value: number, unit: string) => [{ what, value, unit, operator: "equals (read here as a ceiling)" }];
const personnel = anObligation({ code: "NK2020-3b", kind: "QUANTITY_CEILING", quantities: quantity("military personnel", 1960, "persons") });
const carriers = anObligation({ code: "NK2020-3c", kind: "QUANTITY_CEILING", quantities: quantity("armoured personnel carriers", 90, "vehicles") });
const vehicles = anObligation({ code: "NK2020-3d", kind: "QUANTITY_CEILING", quantities: quantity("motor vehicles and special equipment", 380, "items") });
const ceilings = [personnel, carriers, vehicles].map(({ code, quantities }) => ({ code, quantities }));
const counted = (on: string, ...figures: Figure[]) => aFact({ on, relation: "CONTEXT", figures });
const at = (asOf: string) => watched(asOf, { ceilings });

describe("a figure beside its limit", () => {
  it.each([
    [1960, 1960, "WITHIN"],
    [1959, 1959, "BELOW"],
    [1961, 1961, "ABOVE_BEST"],
    [1900, 1970, "ABOVE_HIGH_ONLY"],
    [null, null, "UNKNOWN"],
  ])("best %s, high %s against 1960: %s", (best, high, expected) => expect(compare(figure("personnel moved", best, { low: null, high }), 1960)).toBe(expected));
});

describe("a ceiling", () => {
  it("holds while the count is fresh, which is itself an observation; an old count says nothing of today", () => {
    const deployed = counted("2020-11-20", figure("personnel moved", 1960));
    expect(assess(personnel, [deployed], at("2020-12-20")).state).toBe("C_HOLDING");
    expect(assess(personnel, [deployed], at("2020-12-21"))).toMatchObject({ state: "NOT_ASSESSED" });
    expect(assess(personnel, [deployed], aContext("2020-12-20", { ceilings }))).toMatchObject({ state: "C_HOLDING", overlays: [], because: [{ rule: "QC3" }] });
    expect(assess(personnel, [deployed], aContext("2020-12-21", { ceilings }))).toMatchObject({ state: "NOT_ASSESSED", overlays: ["NO_ACCESS"] });
    expect(assess(personnel, [deployed], at("2020-12-21")).because.map((reason) => reason.text).join(" ")).toContain("1960 against 1960");
  });

  it("is strained above the limit until a newer figure replaces it", () => {
    const over = counted("2020-11-20", figure("personnel moved", 2100));
    expect(assess(personnel, [over], at("2022-01-01")).state).toBe("C_STRAINED");
    expect(assess(personnel, [over, counted("2021-12-30", figure("military personnel", 1950))], at("2022-01-01")).state).toBe("C_HOLDING");
  });

  it("says how old an excess is that still stands: age alone ends none, a count of others with it ends none, a count of its own does", () => {
    const over = counted("2020-11-20", figure("carriers moved, armoured personnel", 120, { unit: "vehicles" }));
    const old = assess(carriers, [over], at("2023-06-16"));
    expect(old).toMatchObject({ state: "C_STRAINED", because: [{ rule: "QC1" }, {}] });
    expect(old.because[0]?.text).toContain("Counted on 20 November 2020, 938 days before; it stands until a newer count");
    const together = counted("2023-06-01", figure("items of military equipment moved", 100, { unit: "items" }));
    expect(assess(carriers, [over, together], at("2023-06-16"))).toMatchObject({ state: "C_STRAINED", because: [{ rule: "QC1" }, {}] });
    const within = counted("2023-06-02", figure("armoured personnel carriers", 90, { unit: "vehicles" }));
    expect(assess(carriers, [over, within, together], at("2023-06-16"))).toMatchObject({ state: "C_HOLDING", because: [{ rule: "QC3" }] });
    expect(assess(carriers, [over, counted("2023-06-03", figure("armoured personnel carriers", null, { unit: "vehicles" }))], at("2023-06-16")).state).toBe("C_STRAINED");
  });

  it("does not take a breach's own figure for an improvement, and takes it where it is above", () => {
    const over = counted("2020-11-20", figure("personnel moved", 2100));
    const breach = (best: number) => aFact({ on: "2020-12-01", figures: [figure("personnel moved", best)] });
    expect(assess(personnel, [over, breach(1900)], at("2022-01-01")).state).toBe("C_STRAINED");
    expect(assess(personnel, [breach(2000)], at("2022-01-01")).state).toBe("C_STRAINED");
  });

  it("is strained and contested where only the high estimate is above", () => {
    expect(assess(personnel, [counted("2020-11-20", figure("personnel moved", 1900, { high: 2000 }))], at("2020-11-21"))).toMatchObject({ state: "C_STRAINED", overlays: ["CONTESTED"] });
  });

  it("does not take other counts of people or things for its own", () => {
    const noise = counted("2020-11-20", figure("civilians returned since 14 November", 4436), figure("peacekeepers killed during the mission", 7), figure("flights", 250, { unit: "flights" }));
    for (const ceiling of [personnel, carriers, vehicles]) expect(assess(ceiling, [noise], at("2020-11-21"))).toMatchObject({ state: "NOT_ASSESSED", because: [{ rule: "QC5" }, { rule: "CV1" }] });
  });

  it("compares 552 items counted together with 470, and ascribes them to neither ceiling", () => {
    const together = counted("2020-11-20", figure("items of military equipment moved", 552, { unit: "items" }));
    for (const ceiling of [carriers, vehicles]) {
      const answer = assess(ceiling, [together], at("2020-11-21"));
      expect(answer).toMatchObject({ state: "C_STRAINED", overlays: ["CONTESTED"], because: [{ rule: "QC6" }, {}] });
      expect(answer.because[0]?.text).toContain("counted together 552 against 470; categories may differ");
    }
    expect(assess(personnel, [together], at("2020-11-21")).state).toBe("NOT_ASSESSED");
  });

  it("never holds by a joint total below the sum", () => {
    const together = counted("2020-11-13", figure("equipment moved", 168, { unit: "items" }));
    expect(assess(vehicles, [together], at("2020-11-14")).state).toBe("NOT_ASSESSED");
  });

  it("ends early when the force has left", () => {
    expect(assess(personnel, [aFact({ on: "2024-06-12", relation: "CONTEXT", effect: "ENDED" })], at("2024-06-12")).state).toBe("C_TERMINATED_EARLY");
  });

  it("takes nothing from a figure that only one side gives", () => {
    const claim = { ...counted("2020-11-20", figure("personnel moved", 3000)), verification: "V1_CLAIM" };
    expect(assess(personnel, [claim], at("2020-11-21"))).toMatchObject({ state: "NOT_ASSESSED", claimsWaiting: 1 });
  });
});
