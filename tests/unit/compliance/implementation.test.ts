import { describe, expect, it } from "vitest";
import { assess } from "@/lib/compliance/domain/assess";
import { aCompletion, aContext, aFact, anObligation } from "../../support/board-builders";

const milestone = (kind = "MILESTONE") => anObligation({ kind });
const stateOf = (facts: Parameters<typeof assess>[1], kind = "MILESTONE") => assess(milestone(kind), facts, aContext("2021-01-01")).state;

describe("levels of implementation", () => {
  it("stands at not initiated, and says so, where there is no record", () => {
    const answer = assess(milestone(), [], aContext("2020-12-01"));
    expect(answer.state).toBe("I0_NOT_INITIATED");
    expect(answer.because[0]).toMatchObject({ rule: "G5" });
  });

  it("rises with what is counted: started, in part, done", () => {
    const started = aFact({ relation: "CONTEXT", effect: "STARTED" });
    const part = aFact({ relation: "PARTIAL_FULFILMENT", effect: "PARTLY_DONE" });
    expect(stateOf([started])).toBe("I1_MINIMAL");
    expect(stateOf([started, part])).toBe("I2_INTERMEDIATE");
    expect(stateOf([started, part, aCompletion("2020-12-20")])).toBe("I3_FULL");
  });

  it("takes a completion at V3 only with the acknowledgement of the side it is owed to", () => {
    expect(stateOf([aCompletion("2020-12-01", { isAcknowledged: false })])).toBe("I2_INTERMEDIATE");
    expect(stateOf([aCompletion("2020-12-01", { isAcknowledged: false, verification: "V4_VERIFIED" })])).toBe("I3_FULL");
  });

  it.each(["V0_UNASSESSED", "V1_CLAIM", "V2_REPORTED", "VX_REFUTED", "VU_UNVERIFIABLE"])("takes nothing from a completion at %s", (verification) => {
    expect(stateOf([aCompletion("2020-12-01", { verification })])).toBe("I0_NOT_INITIATED");
  });

  it("lists an obstruction and takes no level from it", () => {
    const answer = assess(milestone(), [aFact({ relation: "OBSTRUCTION", effect: "STARTED" })], aContext("2021-01-01"));
    expect(answer.state).toBe("I0_NOT_INITIATED");
    expect(answer.because.some((reason) => reason.rule === "IM6")).toBe(true);
  });

  it("marks a completion that is denied as contested, without changing the level", () => {
    expect(assess(milestone(), [aCompletion("2020-12-01", { isContested: true })], aContext("2021-01-01"))).toMatchObject({ state: "I3_FULL", overlays: ["CONTESTED"] });
  });
});

describe("kinds of their own", () => {
  it("counts a body as established at V3, and as frozen once it is closed", () => {
    const opened = aCompletion("2021-01-30", { isAcknowledged: false });
    const closed = aFact({ on: "2024-04-26", relation: "CONTEXT", effect: "ENDED", label: "Closing ceremony." });
    const at = (asOf: string) => assess(milestone("ESTABLISH_BODY"), [opened, closed], aContext(asOf));
    expect(at("2021-01-29").state).toBe("I0_NOT_INITIATED");
    expect(at("2024-04-25")).toMatchObject({ state: "I3_FULL", overlays: [] });
    expect(at("2024-04-26")).toMatchObject({ state: "I3_FULL", overlays: ["FROZEN"] });
    expect(at("2024-04-26").because[1]).toMatchObject({ rule: "IM5", on: "2024-04-26" });
  });

  it("never calls an exchange full on releases alone, however many", () => {
    const releases = Array.from({ length: 20 }, () => aFact({ relation: "PARTIAL_FULFILMENT", effect: "PARTLY_DONE", verification: "V4_VERIFIED" }));
    expect(stateOf(releases, "EXCHANGE")).toBe("I2_INTERMEDIATE");
  });

  it("marks an exchange contested once two holders read the set differently", () => {
    const interpretations = [{ holder: "Armenia", statedOn: "2021" }, { holder: "Azerbaijan", statedOn: "2021-11-12" }];
    const exchange = anObligation({ kind: "EXCHANGE", interpretations });
    expect(assess(exchange, [], aContext("2021-11-11")).overlays).toEqual([]);
    expect(assess(exchange, [], aContext("2021-11-12")).overlays).toEqual(["CONTESTED"]);
    expect(assess(anObligation({ kind: "EXCHANGE", terms: { isSetContested: true } }), [], aContext("2020-12-01")).overlays).toEqual(["CONTESTED"]);
  });

  it.each(["ENABLE", "PARALLEL", "OPEN_ENDED", "PLAN_THEN_BUILD"])("gives %s a level by its records", (kind) => {
    expect(stateOf([], kind)).toBe("I0_NOT_INITIATED");
    expect(stateOf([aFact({ relation: "PARTIAL_FULFILMENT", effect: "PARTLY_DONE" })], kind)).toBe("I2_INTERMEDIATE");
  });
});

describe("before a duty begins", () => {
  it("assesses nothing on the eve and something on the first day", () => {
    expect(assess(milestone(), [aCompletion("2020-11-09")], aContext("2020-11-09"))).toMatchObject({ state: "NOT_ASSESSED", timeliness: null, nextDate: "2020-11-10" });
    expect(assess(milestone(), [], aContext("2020-11-10")).state).toBe("I0_NOT_INITIATED");
  });

  it("waits for its condition, which a breach does not show to be met", () => {
    const conditional = anObligation({ kind: "PLAN_THEN_BUILD", startsOn: null });
    expect(assess(conditional, [aFact({ effect: "CLOSED" })], aContext("2021-01-01"))).toMatchObject({ state: "NOT_ASSESSED", because: [{ rule: "G4" }, { rule: "G4" }] });
    expect(assess(conditional, [aFact({ relation: "CONTEXT", effect: "STARTED" })], aContext("2021-01-01")).state).toBe("I1_MINIMAL");
  });
});
