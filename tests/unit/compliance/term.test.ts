import { describe, expect, it } from "vitest";
import { assess } from "@/lib/compliance/domain/assess";
import { termReadings } from "@/lib/compliance/domain/term";
import { aContext, aDependency, aFact, anObligation, anObserver, day, watched } from "../../support/board-builders";

const startReadings = [
  { holder: "Text", on: "2020-11-10", basis: "signature" },
  { holder: "Other reading", on: "2020-11-20", basis: "deployment complete" },
];
const term = anObligation({ code: "NK2020-4b", kind: "TERM", terms: { termYears: 5, noticeMonths: 6, startReadings } });

describe("a term of five years with six months' notice", () => {
  it("gives expiry and notice for each reading of the start", () => {
    expect(termReadings(term, day("2020-12-01")).map((reading) => [reading.noticeOn, reading.expiresOn])).toEqual([["2025-05-10", "2025-11-10"], ["2025-05-20", "2025-11-20"]]);
  });

  it("names the next date: notice, then expiry, then the next period", () => {
    const next = (asOf: string) => assess(term, [], watched(asOf)).nextDate;
    expect(next("2025-05-10")).toBe("2025-05-10");
    expect(next("2025-05-11")).toBe("2025-05-20");
    expect(next("2025-05-21")).toBe("2025-11-10");
    expect(next("2025-11-11")).toBe("2025-11-20");
    expect(next("2025-11-21")).toBe("2030-05-10");
  });

  it("counts back from the end of a short month", () => {
    const august = anObligation({ kind: "TERM", startsOn: day("2020-02-29"), terms: { termYears: 4, noticeMonths: 6, startReadings: [{ holder: "Text", on: "2020-02-29", basis: "" }] } });
    expect(termReadings(august, day("2021-01-01"))[0]).toMatchObject({ expiresOn: "2024-02-29", noticeOn: "2023-08-29" });
    expect(termReadings(anObligation({ kind: "TERM", startsOn: day("2020-02-29"), terms: { termYears: 1 } }), day("2020-06-01"))[0]).toMatchObject({ expiresOn: "2021-02-28", noticeOn: null });
  });

  it("ended early when the force left before the term did", () => {
    const left = aFact({ on: "2024-06-12", relation: "CONTEXT", effect: "ENDED", label: "All personnel have left." });
    expect(assess(term, [left], watched("2024-06-11")).state).toBe("C_HOLDING");
    expect(assess(term, [left], watched("2026-11-24"))).toMatchObject({ state: "C_TERMINATED_EARLY", nextDate: null, overlays: [] });
  });

  it("is strained once its object is kept up in part only, and ended early when it is gone", () => {
    const leaving = aFact({ on: "2024-04-17", relation: "CONTEXT", effect: "RESTRICTED", label: "The contingent begins to leave." });
    const left = aFact({ on: "2024-06-12", relation: "CONTEXT", effect: "ENDED" });
    expect(assess(term, [leaving], watched("2024-05-01"))).toMatchObject({ state: "C_STRAINED", because: [{ rule: "TE7", text: "Kept up in part only since 17 April 2024, and not ended: The contingent begins to leave." }, { rule: "TE1" }, { rule: "TE1" }] });
    expect(assess(term, [leaving, aFact({ on: "2024-05-02", relation: "CONTEXT", effect: "REOPENED" })], watched("2024-05-03")).state).toBe("C_HOLDING");
    expect(assess(term, [leaving, left], watched("2024-06-12")).state).toBe("C_TERMINATED_EARLY");
  });

  it("has only the readings of its start whose event has come", () => {
    expect(assess(term, [], watched("2020-11-19")).because.filter(({ rule }) => rule === "TE1")).toHaveLength(1);
    expect(assess(term, [], watched("2020-11-20")).because.filter(({ rule }) => rule === "TE1")).toHaveLength(2);
  });

  it("is renewed by its wording, and contested where two holders read that differently", () => {
    const interpretations = [{ holder: "President of Turkey", statedOn: "2023-07" }, { holder: "Foreign minister of Azerbaijan", statedOn: "2025-11-08" }];
    const read = { ...term, interpretations };
    expect(assess(read, [], watched("2025-10-01"))).toMatchObject({ state: "C_HOLDING", overlays: [] });
    const renewed = assess(read, [], watched("2025-12-01"));
    expect(renewed).toMatchObject({ state: "C_HOLDING", overlays: ["CONTESTED"] });
    expect(renewed.because[1]).toMatchObject({ rule: "TE4", text: "Holders read the clause differently (Foreign minister of Azerbaijan; President of Turkey): whether silence renewed it is contested." });
  });

  it("lapses by a notice in time under every reading, is contested by one in time under one only, and runs on by one too late", () => {
    const notice = (on: string) => aFact({ on, relation: "AMENDMENT", label: "Notice." });
    expect(assess(term, [notice("2025-05-10")], watched("2025-11-21"))).toMatchObject({ state: "C_LAPSED", because: [{ rule: "TE3" }, {}, {}] });
    expect(assess(term, [notice("2025-05-15")], watched("2025-11-21"))).toMatchObject({ state: "C_HOLDING", overlays: ["CONTESTED"] });
    expect(assess(term, [notice("2025-05-15")], watched("2025-11-21")).because.find(({ rule }) => rule === "TE3")?.text).toContain("in time under one reading of the start and late under another");
    expect(assess(term, [notice("2025-06-01")], watched("2025-11-21"))).toMatchObject({ state: "C_HOLDING", overlays: [] });
  });

  it("is disputed where it ended on the last day under one reading and early under the other", () => {
    const left = aFact({ on: "2025-11-10", relation: "CONTEXT", effect: "ENDED" });
    expect(assess(term, [left], watched("2025-12-01"))).toMatchObject({ state: "C_TERMINATED_EARLY", overlays: ["CONTESTED"] });
  });

  it("ended early as well within a period that had been renewed", () => {
    expect(assess(term, [aFact({ on: "2026-01-15", relation: "CONTEXT", effect: "ENDED" })], watched("2026-02-01"))).toMatchObject({ state: "C_TERMINATED_EARLY", overlays: [] });
  });

  it("renews by its wording after the end without notice, and holds only where observed", () => {
    expect(assess(term, [], watched("2025-12-01"))).toMatchObject({ state: "C_HOLDING", because: [{ rule: "TE4" }, { rule: "CV1" }, { rule: "TE1" }, { rule: "TE1" }] });
    expect(assess(term, [], aContext("2025-12-01"))).toMatchObject({ state: "NOT_ASSESSED", overlays: ["NO_ACCESS"] });
    expect(assess(term, [], aContext("2025-12-01", { coverage: [anObserver("2020-11-10", "2024-06-12")] })).overlays).toEqual(["FROZEN"]);
  });

  it("lapses after a notice given in time, not after one given late", () => {
    const notice = (on: string) => aFact({ on, relation: "AMENDMENT", label: "Notice." });
    expect(assess(term, [notice("2025-05-10")], watched("2025-11-21")).state).toBe("C_LAPSED");
    expect(assess(term, [notice("2025-05-10")], watched("2025-11-10")).state).toBe("C_HOLDING");
    expect(assess(term, [notice("2025-05-21")], watched("2025-11-21")).state).toBe("C_HOLDING");
  });

  it("reads the length from the figures in the text where the terms are silent", () => {
    const quantities = [{ what: "term", value: 5, unit: "years", operator: "equals" }];
    expect(termReadings(anObligation({ kind: "TERM", quantities }), day("2021-01-01"))[0]?.expiresOn).toBe("2025-11-10");
  });

  it("says that the length is not on record rather than guess it", () => {
    expect(assess(anObligation({ kind: "TERM" }), [], watched("2021-01-01"))).toMatchObject({ state: "NOT_ASSESSED", because: [{ rule: "TE1" }] });
  });

  it("overtakes the notice clause once the term has ended", () => {
    const clause = anObligation({ code: "NK2020-4c", kind: "TERM", terms: { termYears: 5, noticeMonths: 6 } });
    const dependencies = [aDependency({ code: "NK2020-4b", kind: "TERM", endedOn: day("2024-06-12") })];
    expect(assess(clause, [], watched("2024-06-12", { dependencies }))).toMatchObject({ state: "C_SUPERSEDED_BY_EVENTS", nextDate: null, because: [{ rule: "TE6" }, { rule: "TE1" }] });
  });
});
