import { describe, expect, it } from "vitest";
import { assess } from "@/lib/compliance/domain/assess";
import { aContext, aDependency, aFact, anObligation, anObserver, watched } from "../../support/board-builders";

const grave = { verification: "V4_VERIFIED", isLethal: true };

describe("a standing prohibition", () => {
  const ceasefire = anObligation();
  const stateOn = (asOf: string, facts: Parameters<typeof assess>[1]) => assess(ceasefire, facts, watched(asOf)).state;

  it("holds only where somebody could observe", () => {
    expect(assess(ceasefire, [], watched("2021-03-01"))).toMatchObject({ state: "C_HOLDING", overlays: [] });
    expect(assess(ceasefire, [], aContext("2021-03-01"))).toMatchObject({ state: "NOT_ASSESSED", overlays: ["NO_ACCESS"] });
    expect(assess(ceasefire, [], aContext("2021-03-01", { coverage: [anObserver("2020-11-10", null, "NONE")] }))).toMatchObject({ state: "NOT_ASSESSED", overlays: ["NO_ACCESS"] });
  });

  it("says that the monitor left once the last one did", () => {
    const answer = assess(ceasefire, [], aContext("2024-08-01", { coverage: [anObserver("2020-11-10", "2024-06-12")] }));
    expect(answer).toMatchObject({ state: "NOT_ASSESSED", overlays: ["FROZEN"] });
    expect(answer.because.find((reason) => reason.rule === "CV3")?.text).toContain("12 June 2024");
  });

  it("needs four of five days observed: 24 of 30 are enough, 23 are not", () => {
    const coverage = (toOn: string) => aContext("2021-03-30", { coverage: [anObserver("2020-11-10", toOn)] });
    expect(assess(ceasefire, [], coverage("2021-03-24")).state).toBe("C_HOLDING");
    expect(assess(ceasefire, [], coverage("2021-03-23")).state).toBe("NOT_ASSESSED");
  });

  it("is breached by a verified lethal or position-changing breach, strained by any other", () => {
    expect(stateOn("2020-12-12", [aFact(grave)])).toBe("C_BREACHED");
    expect(stateOn("2020-12-12", [aFact({ verification: "V4_VERIFIED", isPositionChange: true })])).toBe("C_BREACHED");
    expect(stateOn("2020-12-12", [aFact({ isLethal: true })])).toBe("C_STRAINED");
    expect(stateOn("2020-12-12", [aFact({ verification: "V5_INVESTIGATED" })])).toBe("C_STRAINED");
  });

  it("counts a breach on the 30th day and no longer on the 31st", () => {
    const breach = aFact({ on: "2020-12-11" });
    expect(stateOn("2021-01-09", [breach])).toBe("C_STRAINED");
    expect(stateOn("2021-01-10", [breach])).toBe("C_HOLDING");
  });

  it("counts a breach over a leap day", () => {
    const breach = aFact({ on: "2024-02-29" });
    expect(stateOn("2024-03-29", [breach])).toBe("C_STRAINED");
    expect(stateOn("2024-03-30", [breach])).toBe("C_HOLDING");
  });

  it("takes the window's length from the duty's own terms", () => {
    const strict = anObligation({ terms: { windowDays: 90 } });
    expect(assess(strict, [aFact({ on: "2020-12-11" })], watched("2021-03-10")).state).toBe("C_STRAINED");
    expect(assess(strict, [aFact({ on: "2020-12-11" })], watched("2021-03-11")).state).toBe("C_HOLDING");
  });

  it("takes no state from a possible breach, whatever its level, and marks the calm that it disputes", () => {
    const possible = aFact({ ...grave, relation: "POSSIBLE_BREACH", label: "Advance on two villages" });
    expect(assess(ceasefire, [possible], watched("2020-12-12"))).toMatchObject({ state: "C_HOLDING", overlays: ["CONTESTED"], because: [{ rule: "SN3" }, { rule: "CV1" }, { rule: "G7", recordId: possible.id }] });
    expect(assess(ceasefire, [possible], watched("2021-01-10"))).toMatchObject({ state: "C_HOLDING", overlays: [] });
    expect(assess(ceasefire, [{ ...possible, verification: "V2_REPORTED" }], watched("2020-12-12"))).toMatchObject({ state: "C_HOLDING", overlays: [], claimsWaiting: 1 });
    expect(assess(ceasefire, [possible, aFact()], watched("2020-12-12"))).toMatchObject({ state: "C_STRAINED", overlays: [] });
  });

  it("is broken for as long as positions that a breach changed are not given back, where the duty is about positions", () => {
    const positions = anObligation({ code: "NK2020-1b", terms: { isChangeLasting: true } });
    const advance = aFact({ on: "2022-03-24", isPositionChange: true });
    const taken = aFact({ on: "2023-09-19", verification: "V4_VERIFIED", isPositionChange: true });
    const back = aFact({ on: "2022-06-01", relation: "CONTEXT", effect: "REOPENED" });
    const asked = (asOf: string, ...facts: Parameters<typeof assess>[1][number][]) => assess(positions, facts, watched(asOf));
    expect(asked("2022-12-20", advance)).toMatchObject({ state: "C_STRAINED", because: [{ rule: "SN6", on: "2022-03-24" }, { rule: "CV1" }] });
    expect(asked("2022-12-20", advance, back).state).toBe("C_HOLDING");
    expect(asked("2022-12-20", advance, { ...back, relation: "BREACH" }).state).toBe("C_STRAINED");
    expect(asked("2023-09-21", advance, taken)).toMatchObject({ state: "C_BREACHED", because: [{ rule: "SN1" }, { rule: "SN6" }, { rule: "CV1" }] });
    expect(asked("2026-01-01", advance, taken)).toMatchObject({ state: "C_BREACHED", because: [{ rule: "SN6", on: "2023-09-19" }, { rule: "SN6", on: "2022-03-24" }, { rule: "CV1" }] });
    expect(assess(ceasefire, [advance], watched("2022-12-20")).state).toBe("C_HOLDING");
    const possible = { ...advance, relation: "POSSIBLE_BREACH" };
    expect(asked("2022-12-20", possible)).toMatchObject({ state: "C_HOLDING", overlays: ["CONTESTED"], because: [{}, {}, { rule: "G7" }] });
    expect(assess(ceasefire, [possible], watched("2022-12-20"))).toMatchObject({ state: "C_HOLDING", overlays: [] });
  });

  it("names the record that decided", () => {
    const breach = aFact({ ...grave, id: { incident: 31 }, label: "Attack on a post", isContested: true });
    const answer = assess(ceasefire, [breach], watched("2020-12-12"));
    expect(answer.because[0]).toMatchObject({ rule: "SN1", recordId: { incident: 31 }, reference: "TL-000031", on: "2020-12-11", verification: "V4_VERIFIED", relation: "BREACH" });
    expect(answer.overlays).toEqual(["CONTESTED"]);
  });

  it("is superseded once its object ended", () => {
    expect(stateOn("2024-01-01", [aFact({ on: "2023-09-20", relation: "CONTEXT", effect: "ENDED" })])).toBe("C_SUPERSEDED_BY_EVENTS");
  });
});

describe("a standing duty", () => {
  const corridor = anObligation({ code: "NK2020-6g", kind: "STANDING_POSITIVE" });
  const closed = aFact({ on: "2022-12-12", effect: "CLOSED", verification: "V5_INVESTIGATED" });
  const begun = aFact({ on: "2020-12-07", relation: "CONTEXT", effect: "STARTED" });
  const stateOn = (asOf: string, facts: Parameters<typeof assess>[1]) => assess(corridor, [begun, ...facts], watched(asOf)).state;

  it("stays breached while a verified closure is open, long after the window", () => {
    expect(stateOn("2022-12-11", [closed])).toBe("C_HOLDING");
    expect(stateOn("2022-12-12", [closed])).toBe("C_BREACHED");
    expect(stateOn("2023-08-01", [closed])).toBe("C_BREACHED");
  });

  it("is strained by a closure at V3 and by a restriction at any level", () => {
    expect(stateOn("2023-08-01", [{ ...closed, verification: "V3_CORROBORATED" }])).toBe("C_STRAINED");
    expect(stateOn("2023-08-01", [{ ...closed, effect: "RESTRICTED" }])).toBe("C_STRAINED");
  });

  it("is closed to the last day of its own record, strained while that lies in the window, and calm no sooner than 30 days later", () => {
    const ended = { ...closed, occurredEnd: anObserver("2023-04-28").fromOn };
    expect(stateOn("2023-04-28", [ended])).toBe("C_BREACHED");
    expect(stateOn("2023-04-29", [ended])).toBe("C_STRAINED");
    expect(stateOn("2023-05-27", [ended])).toBe("C_STRAINED");
    expect(stateOn("2023-05-28", [ended])).toBe("C_HOLDING");
    expect(stateOn("2023-05-28", [{ ...ended, isDayUncertain: true }])).toBe("C_BREACHED");
    expect(stateOn("2023-05-28", [ended, { ...closed, verification: "V3_CORROBORATED" }])).toBe("C_STRAINED");
  });

  it("is hindered, not breached, by an obstruction however grave, unless that closes what is to be kept up", () => {
    const attack = aFact({ on: "2023-09-20", relation: "OBSTRUCTION", verification: "V5_INVESTIGATED", isLethal: true });
    expect(stateOn("2023-09-21", [attack])).toBe("C_STRAINED");
    expect(stateOn("2023-09-21", [{ ...attack, relation: "BREACH" }])).toBe("C_BREACHED");
    expect(stateOn("2023-09-21", [{ ...attack, isLethal: false, effect: "CLOSED" }])).toBe("C_BREACHED");
    expect(stateOn("2023-09-21", [{ ...attack, isLethal: false, effect: "CLOSED", verification: "V3_CORROBORATED" }])).toBe("C_STRAINED");
  });

  it("does not hold on silence alone, however well observed: a counted record must say that it was begun or kept", () => {
    expect(assess(corridor, [], watched("2021-03-01"))).toMatchObject({ state: "NOT_ASSESSED", because: [{ rule: "SP6" }, { rule: "CV1" }] });
    expect(assess(corridor, [{ ...begun, verification: "V2_REPORTED" }], watched("2021-03-01")).state).toBe("NOT_ASSESSED");
    expect(assess(corridor, [begun], watched("2021-03-01"))).toMatchObject({ state: "C_HOLDING", because: [{ rule: "SN3" }, { rule: "SP6", recordId: begun.id }, { rule: "CV1" }] });
  });

  it("opens again only by a record of reopening, dated later", () => {
    const reopened = aFact({ on: "2023-05-01", relation: "CONTEXT", effect: "REOPENED" });
    expect(stateOn("2023-04-30", [closed, reopened])).toBe("C_BREACHED");
    expect(stateOn("2023-08-01", [closed, reopened])).toBe("C_HOLDING");
    expect(stateOn("2023-08-01", [closed, { ...reopened, verification: "V2_REPORTED" }])).toBe("C_BREACHED");
    expect(stateOn("2023-08-01", [closed, { ...reopened, relation: "BREACH" }])).toBe("C_BREACHED");
    expect(stateOn("2022-12-12", [closed, aFact({ on: "2022-12-12", relation: "CONTEXT", effect: "REOPENED" })])).toBe("C_BREACHED");
  });

  it("ends early before its term, and is superseded where none is set", () => {
    const left = aFact({ on: "2024-06-12", relation: "CONTEXT", effect: "ENDED" });
    expect(assess({ ...corridor, endsOn: anObserver("2025-11-10").fromOn }, [left], watched("2024-07-01")).state).toBe("C_TERMINATED_EARLY");
    expect(stateOn("2024-07-01", [left])).toBe("C_SUPERSEDED_BY_EVENTS");
  });

  it("is superseded with the duty it rests on, and says how it stood", () => {
    const dependencies = [aDependency({ endedOn: left() })];
    const answer = assess(corridor, [closed], watched("2024-07-01", { dependencies }));
    expect(answer.state).toBe("C_SUPERSEDED_BY_EVENTS");
    expect(answer.because.map((reason) => reason.rule)).toEqual(expect.arrayContaining(["SP5", "SP1"]));
    function left() {
      return anObserver("2024-06-12").fromOn;
    }
  });

  it("does not hold without coverage", () => {
    expect(assess(corridor, [], aContext("2021-03-01"))).toMatchObject({ state: "NOT_ASSESSED", overlays: ["NO_ACCESS"] });
  });
});
