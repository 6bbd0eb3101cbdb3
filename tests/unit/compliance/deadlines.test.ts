import { describe, expect, it } from "vitest";
import { assess } from "@/lib/compliance/domain/assess";
import { aCompletion, aContext, aDeadline, aFact, anAmendment, anObligation, day } from "../../support/board-builders";

const kalbajar = (over: Parameters<typeof anObligation>[0] = {}) =>
  anObligation({ code: "NK2020-6a", title: "Return of Kalbajar district", kind: "MILESTONE", deadlines: [aDeadline("2020-11-15"), anAmendment("2020-11-25")], ...over });
const handover = aCompletion("2020-11-25", { id: { milestone: "MS-012" }, label: "Kalbajar district passes to Azerbaijani control." });
const moved = aFact({ on: "2020-11-15", id: { milestone: "MS-007" }, relation: "AMENDMENT", label: "Due date moved." });
const records = [handover, moved];
const on = (asOf: string, obligation = kalbajar()) => assess(obligation, records, aContext(asOf));

describe("Kalbajar: a date moved on the day it would have run out", () => {
  it("is not due on 16 November, with the original date still told", () => {
    const answer = on("2020-11-16");
    expect(answer).toMatchObject({ state: "I0_NOT_INITIATED", timeliness: "NOT_DUE", nextDate: "2020-11-25" });
    const change = answer.because.find((reason) => reason.text.includes("was moved to"));
    expect(change).toMatchObject({ rule: "D7", recordId: { milestone: "MS-007" } });
    expect(change?.text).toContain("15 November 2020 was moved to 25 November 2020 on 15 November 2020");
    expect(change?.text).toContain("accepted by all");
    expect(answer.deadlineReadings.map((reading) => [reading.dueOn, reading.outcome, reading.isInForce])).toEqual([["2020-11-15", "OVERDUE", false], ["2020-11-25", "NOT_DUE", true]]);
  });

  it("is full and late but amended on 26 November and ever after", () => {
    for (const asOf of ["2020-11-25", "2020-11-26", "2026-11-24"]) expect(on(asOf)).toMatchObject({ state: "I3_FULL", timeliness: "LATE_BUT_AMENDED", nextDate: null });
    expect(on("2020-11-26").because[0]).toMatchObject({ rule: "IM3", recordId: { milestone: "MS-012" } });
  });

  it("knows nothing of the amendment before the day it was made", () => {
    expect(on("2020-11-14")).toMatchObject({ timeliness: "NOT_DUE", nextDate: "2020-11-15" });
    expect(on("2020-11-14").deadlineReadings.map((reading) => reading.dueOn)).toEqual(["2020-11-15"]);
  });

  it("would be overdue without the amendment, and late once done", () => {
    const unamended = kalbajar({ deadlines: [aDeadline("2020-11-15")] });
    expect(on("2020-11-15", unamended).timeliness).toBe("NOT_DUE");
    expect(on("2020-11-16", unamended).timeliness).toBe("OVERDUE");
    expect(on("2020-11-26", unamended).timeliness).toBe("LATE");
  });

  it("is disputed where one side contests the amendment", () => {
    const contested = kalbajar({ deadlines: [aDeadline("2020-11-15"), anAmendment("2020-11-25", { acceptance: "CONTESTED" })] });
    expect(on("2020-11-16", contested).timeliness).toBe("DATE_READING_DISPUTED");
    expect(on("2020-11-26", contested).timeliness).toBe("DATE_READING_DISPUTED");
  });

  it("says overdue of the amended date once that has passed too", () => {
    expect(assess(kalbajar(), [moved], aContext("2020-11-25")).timeliness).toBe("NOT_DUE");
    expect(assess(kalbajar(), [moved], aContext("2020-11-26")).timeliness).toBe("OVERDUE");
  });
});

describe("by or before the day", () => {
  const agdam = (rule: string) => anObligation({ kind: "MILESTONE", deadlines: [aDeadline("2020-11-20", { rule })] });
  const done = (doneOn: string, rule: string) => assess(agdam(rule), [aCompletion(doneOn)], aContext("2021-01-01")).timeliness;

  it.each([
    ["INCLUSIVE", "2020-11-19", "ON_TIME"],
    ["INCLUSIVE", "2020-11-20", "ON_TIME"],
    ["INCLUSIVE", "2020-11-21", "LATE"],
    ["EXCLUSIVE", "2020-11-19", "ON_TIME"],
    ["EXCLUSIVE", "2020-11-20", "LATE"],
    ["DISPUTED", "2020-11-19", "ON_TIME"],
    ["DISPUTED", "2020-11-20", "DATE_READING_DISPUTED"],
    ["DISPUTED", "2020-11-21", "LATE"],
  ])("%s, done on %s: %s", (rule, doneOn, expected) => expect(done(doneOn, rule)).toBe(expected));

  it("shows both outcomes of a disputed date", () => {
    const { deadlineReadings } = assess(agdam("DISPUTED"), [aCompletion("2020-11-20")], aContext("2020-11-20"));
    expect(deadlineReadings.map((reading) => [reading.lastDayInTime, reading.outcome])).toEqual([["2020-11-20", "ON_TIME"], ["2020-11-19", "LATE"]]);
  });

  it("is disputed on the named day itself while nothing is done", () => {
    expect(assess(agdam("DISPUTED"), [], aContext("2020-11-19")).timeliness).toBe("NOT_DUE");
    expect(assess(agdam("DISPUTED"), [], aContext("2020-11-20")).timeliness).toBe("DATE_READING_DISPUTED");
    expect(assess(agdam("DISPUTED"), [], aContext("2020-11-21")).timeliness).toBe("OVERDUE");
  });

  it("counts the last day of an uncertain span as the day of completion", () => {
    const spread = aCompletion("2020-11-19", { occurredEnd: day("2020-11-21") });
    expect(assess(agdam("INCLUSIVE"), [spread], aContext("2020-11-20"))).toMatchObject({ state: "I2_INTERMEDIATE", timeliness: "NOT_DUE" });
    expect(assess(agdam("INCLUSIVE"), [spread], aContext("2020-11-21"))).toMatchObject({ state: "I3_FULL", timeliness: "LATE" });
  });
});

describe("dates that decide nothing", () => {
  it("shows a reported date and a follow-on date without a verdict", () => {
    const deadlines = [aDeadline("2022-06-30", { origin: "REPORTED", standing: "REPORTED", setOn: day("2022-01-01") }), aDeadline("2021-03-01", { origin: "FOLLOW_ON", setOn: day("2021-01-11") })];
    const answer = assess(anObligation({ kind: "OPEN_ENDED", deadlines }), [], aContext("2021-02-01"));
    expect(answer).toMatchObject({ timeliness: null, nextDate: "2021-03-01" });
    expect(answer.deadlineReadings.every((reading) => !reading.isBinding)).toBe(true);
    expect(assess(anObligation({ kind: "OPEN_ENDED", deadlines }), [], aContext("2023-01-01")).timeliness).toBeNull();
  });

  it("computes a date three years on, over a leap day", () => {
    const plan = anObligation({ kind: "PLAN_THEN_BUILD", deadlines: [aDeadline("2023-11-10", { origin: "COMPUTED" })] });
    expect(assess(plan, [], aContext("2023-11-10")).timeliness).toBe("NOT_DUE");
    expect(assess(plan, [], aContext("2023-11-11")).timeliness).toBe("OVERDUE");
  });
});
