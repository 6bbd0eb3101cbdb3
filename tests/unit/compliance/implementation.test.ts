import { describe, expect, it } from "vitest";
import { assess } from "@/lib/compliance/domain/assess";
import { aCompletion, aContext, aDeadline, aDependency, aFact, anObligation, day } from "../../support/board-builders";

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
    const interpretations = [{ holder: "Armenia", statedOn: "2021-11" }, { holder: "Azerbaijan", statedOn: "2021-11-12" }];
    const exchange = anObligation({ kind: "EXCHANGE", interpretations });
    // A reading dated to a month speaks from the end of the month.
    expect(assess(exchange, [], aContext("2021-11-29")).overlays).toEqual([]);
    expect(assess(exchange, [], aContext("2021-11-30"))).toMatchObject({ overlays: ["CONTESTED"], because: [{}, {}, { rule: "IM8", text: "Holders differ on who or what belongs to it (Armenia; Azerbaijan)." }] });
    expect(assess(anObligation({ kind: "EXCHANGE", terms: { isSetContested: true } }), [], aContext("2020-12-01")).overlays).toEqual(["CONTESTED"]);
  });

  it.each(["ENABLE", "OPEN_ENDED", "PLAN_THEN_BUILD"])("gives %s a level by its records", (kind) => {
    expect(stateOf([], kind)).toBe("I0_NOT_INITIATED");
    expect(stateOf([aFact({ relation: "PARTIAL_FULFILMENT", effect: "PARTLY_DONE" })], kind)).toBe("I2_INTERMEDIATE");
  });
});

describe("two processes that run together", () => {
  const withdrawal = anObligation({ code: "NK2020-4a", kind: "PARALLEL" });
  const forces = (over: Parameters<typeof aDependency>[0]) => aContext("2021-01-01", { dependencies: [aDependency({ code: "NK2020-3a", title: "Peacekeepers deployed", ...over })] });
  const step = (effect: string, relation = "PARTIAL_FULFILMENT") => aFact({ on: "2020-12-01", relation, effect, isAcknowledged: true });
  const complete = { begunOn: day("2020-11-15"), completedOn: day("2020-11-20") };
  const stateOf = (facts: Parameters<typeof assess>[1], over: Parameters<typeof aDependency>[0]) => assess(withdrawal, facts, forces(over)).state;

  it("stand no higher than the slower one, and at level 1 once one has begun", () => {
    expect(stateOf([], {})).toBe("I0_NOT_INITIATED");
    expect(stateOf([], complete)).toBe("I1_MINIMAL");
    expect(stateOf([step("STARTED")], complete)).toBe("I1_MINIMAL");
    expect(stateOf([step("PARTLY_DONE")], complete)).toBe("I2_INTERMEDIATE");
    expect(stateOf([step("PARTLY_DONE")], { begunOn: day("2020-11-15") })).toBe("I1_MINIMAL");
    expect(stateOf([step("DONE", "FULFILMENT")], { begunOn: day("2020-11-15") })).toBe("I1_MINIMAL");
    expect(stateOf([step("DONE", "FULFILMENT")], complete)).toBe("I3_FULL");
  });

  it("name both in the first reason", () => {
    expect(assess(withdrawal, [], forces(complete)).because[0]).toMatchObject({ rule: "IM9", text: "No counted record that it was begun. The process beside it, NK2020-3a (Peacekeepers deployed), was complete on 20 November 2020." });
  });

  it("are marked once what one of them set up has left", () => {
    expect(assess(withdrawal, [], forces({ ...complete, endedOn: day("2020-12-31") }))).toMatchObject({ state: "I1_MINIMAL", overlays: ["FROZEN"], because: [{ rule: "IM9" }, { rule: "IM5", on: "2020-12-31" }, {}] });
  });

  it("are read from one account alone where the duty rests on no other process", () => {
    expect(assess(withdrawal, [step("DONE", "FULFILMENT")], aContext("2021-01-01", { dependencies: [aDependency({ code: "NK2020-1a", kind: "STANDING_NEGATIVE" })] })).state).toBe("I3_FULL");
  });

  it("are contested once two holders differ on the forces that must leave", () => {
    const disputed = { ...withdrawal, interpretations: [{ holder: "A", statedOn: "2020-12-01" }, { holder: "B", statedOn: "2020-12-02" }] };
    expect(assess(disputed, [], aContext("2020-12-01")).overlays).toEqual([]);
    expect(assess(disputed, [], aContext("2020-12-02")).overlays).toEqual(["CONTESTED"]);
  });
});

describe("a plan by a date, and building after it", () => {
  const route = anObligation({ code: "NK2020-6e", kind: "PLAN_THEN_BUILD", deadlines: [aDeadline("2023-11-10")] });
  const built = aFact({ on: "2022-08-11", relation: "PARTIAL_FULFILMENT", effect: "PARTLY_DONE", label: "Section ready" });
  const used = aCompletion("2024-08-30", { isAcknowledged: false });

  it("measures the date by the plan, which what was built shows to be settled; the level is that of the whole", () => {
    expect(assess(route, [built], aContext("2022-08-10"))).toMatchObject({ state: "I0_NOT_INITIATED", timeliness: "NOT_DUE" });
    expect(assess(route, [built], aContext("2023-12-01"))).toMatchObject({ state: "I2_INTERMEDIATE", timeliness: "ON_TIME" });
    expect(assess(route, [used], aContext("2024-09-01"))).toMatchObject({ state: "I2_INTERMEDIATE", timeliness: "LATE" });
    expect(assess(route, [], aContext("2023-12-01"))).toMatchObject({ state: "I0_NOT_INITIATED", timeliness: "OVERDUE" });
  });

  it("takes no plan from work that only began", () => {
    expect(assess(route, [aFact({ on: "2022-08-11", relation: "PARTIAL_FULFILMENT", effect: "STARTED" })], aContext("2023-12-01"))).toMatchObject({ state: "I1_MINIMAL", timeliness: "OVERDUE" });
  });

  it("says so by rule", () => {
    expect(assess(route, [built], aContext("2023-12-01")).because.map((reason) => reason.rule)).toEqual(["IM2", "IM10", "D1"]);
    expect(assess(route, [], aContext("2023-12-01")).because.map((reason) => reason.rule)).toEqual(["G5", "IM10", "D4"]);
  });
});

describe("conditions that a third party has a part in", () => {
  it("are only begun by work without it", () => {
    const returns = anObligation({ kind: "ENABLE" });
    const first = aFact({ on: "2020-11-14", relation: "PARTIAL_FULFILMENT", effect: "STARTED", label: "First convoy." });
    expect(assess(returns, [first], aContext("2021-01-01"))).toMatchObject({ state: "I1_MINIMAL", because: [{ rule: "IM11", text: "Begun by 14 November 2020: First convoy. No counted record gives the third party named in the text its part." }, {}] });
  });
});

describe("steps dated to a span", () => {
  it("count from its first day where the work lasted so long, and from its last where the day is not known", () => {
    const span = { on: "2020-12-01", relation: "PARTIAL_FULFILMENT", effect: "STARTED", occurredEnd: day("2020-12-31") };
    expect(assess(milestone(), [aFact(span)], aContext("2020-12-15")).state).toBe("I1_MINIMAL");
    expect(assess(milestone(), [aFact({ ...span, isDayUncertain: true })], aContext("2020-12-30")).state).toBe("I0_NOT_INITIATED");
    expect(assess(milestone(), [aFact({ ...span, isDayUncertain: true })], aContext("2020-12-31")).state).toBe("I1_MINIMAL");
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
