import { describe, expect, it } from "vitest";
import { assessAll, type BoardSubject } from "@/lib/compliance/domain/board";
import { monthEnds, stripOf } from "@/lib/compliance/domain/strip";
import { aCompletion, aDeadline, aFact, anAmendment, anObligation, anObserver, day, moment } from "../../support/board-builders";

const subject = (over: Parameters<typeof anObligation>[0], more: Partial<BoardSubject> = {}): BoardSubject => ({ input: anObligation(over), clauseId: 1, coverage: [anObserver("2020-11-10")], dependsOn: [], records: [], ...more });
const alone = (one: BoardSubject, asOf: string) => stripOf(one, [one], moment(asOf));
const statesOf = (one: BoardSubject, asOf: string) => alone(one, asOf).months.map(({ state }) => state);

describe("the days of a strip", () => {
  it("are the month ends from the start on, and the day itself at the end", () => {
    expect(monthEnds(day("2020-11-10"), day("2021-02-03"))).toEqual(["2020-11-30", "2020-12-31", "2021-01-31", "2021-02-03"]);
    expect(monthEnds(day("2023-12-31"), day("2024-02-29"))).toEqual(["2023-12-31", "2024-01-31", "2024-02-29"]);
    expect(monthEnds(day("2020-11-10"), day("2020-11-10"))).toEqual(["2020-11-10"]);
    expect(monthEnds(day("2020-11-30"), day("2020-12-01"))).toEqual(["2020-11-30", "2020-12-01"]);
  });

  it("are none before the duty began", () => {
    expect(monthEnds(day("2020-11-10"), day("2020-11-09"))).toEqual([]);
    expect(alone(subject({}), "2020-11-09").months).toEqual([]);
  });

  it("begin with the first duty of the board where a condition starts this one, and are none without any start", () => {
    const waits = subject({ code: "NK2020-7a", kind: "ENABLE", startsOn: null });
    const months = stripOf(waits, [waits, subject({ startsOn: day("2021-01-05") }), subject({})], moment("2020-12-02")).months;
    expect(months).toMatchObject([{ on: "2020-11-30", state: "NOT_ASSESSED" }, { on: "2020-12-02", state: "NOT_ASSESSED" }]);
    expect(alone(waits, "2020-12-02").months).toEqual([]);
  });
});

describe("the states of a strip", () => {
  const breaches = [aFact({ on: "2020-12-31" }), aFact({ on: "2021-03-01", verification: "V4_VERIFIED", isLethal: true }), aFact({ on: "2021-03-02" })];
  const duty = subject({}, { records: breaches });

  it("are those of the board on the same days", () => {
    const all = [duty, subject({ code: "NK2020-4b", kind: "TERM", terms: { termYears: 5 } })];
    for (const { on, state, timeliness, overlays } of stripOf(duty, all, moment("2021-05-15")).months) {
      expect(assessAll(all, { ...moment("2021-05-15"), asOf: on }).get("NK2020-1a")).toMatchObject({ state, timeliness, overlays });
    }
  });

  it("count a record of the month's last day in that month, and one of the day after in the next", () => {
    expect(statesOf(subject({}, { records: [aFact({ on: "2020-12-31" })] }), "2021-02-28")).toEqual(["C_HOLDING", "C_STRAINED", "C_HOLDING", "C_HOLDING"]);
    expect(statesOf(subject({}, { records: [aFact({ on: "2021-01-01" })] }), "2021-02-28")).toEqual(["C_HOLDING", "C_HOLDING", "C_HOLDING", "C_HOLDING"]);
    expect(statesOf(subject({}, { records: [aFact({ on: "2021-01-02" })] }), "2021-01-31")).toEqual(["C_HOLDING", "C_HOLDING", "C_STRAINED"]);
  });

  it("do not depend on the order of arrival, of records or of duties", () => {
    const deadlines = [aDeadline("2020-11-15"), anAmendment("2020-11-25")];
    const other = subject({ code: "NK2020-4b", kind: "TERM", terms: { termYears: 5 } });
    const one = subject({ deadlines }, { records: breaches, dependsOn: ["NK2020-4b"] });
    const turned = { ...one, input: { ...one.input, deadlines: [...deadlines].reverse() }, records: [...breaches].reverse() };
    expect(stripOf(turned, [other, turned], moment("2021-05-15"))).toEqual(stripOf(one, [one, other], moment("2021-05-15")));
  });

  it("do not change by what is dated later", () => {
    const before = alone(duty, "2021-02-28").months;
    expect(alone({ ...duty, records: [...breaches, aFact({ on: "2021-03-05" })] }, "2021-02-28").months).toEqual(before);
    expect(alone(duty, "2021-05-15").months.slice(0, before.length)).toEqual(before);
  });
});

describe("the marks of a strip", () => {
  it("are the date of the text, the day it was moved, and the date it was moved to", () => {
    const duty = subject({ kind: "MILESTONE", deadlines: [aDeadline("2020-11-15"), anAmendment("2020-12-01")] }, { records: [aCompletion("2020-11-25")] });
    expect(alone(duty, "2020-12-02").months.map(({ marks }) => marks.map(({ kind, on }) => [kind, on]))).toEqual([[["DUE", "2020-11-15"], ["MOVED", "2020-11-15"]], [["DUE", "2020-12-01"]]]);
    expect(alone(duty, "2020-11-14").marks.map(({ kind }) => kind)).toEqual(["DUE"]);
  });

  it("tell the end of the term under each reading, those ahead included, and the day it ended", () => {
    const startReadings = [{ holder: "Text", on: "2020-11-10", basis: "" }, { holder: "Other", on: "2020-11-20", basis: "" }];
    const term = subject({ kind: "TERM", terms: { termYears: 5, noticeMonths: 6, startReadings } }, { records: [aFact({ on: "2024-06-12", relation: "CONTEXT", effect: "ENDED" })] });
    const kinds = (asOf: string) => alone(term, asOf).marks.map(({ kind, on }) => `${kind} ${on}`);
    const planned = ["NOTICE 2025-05-10", "NOTICE 2025-05-20", "TERM_END 2025-11-10", "TERM_END 2025-11-20"];
    expect(kinds("2024-06-11")).toEqual(planned);
    expect(kinds("2026-11-24")).toEqual(["ENDED 2024-06-12", ...planned]);
  });

  it("keep the end of the first period beside that of the one that renewed it", () => {
    const term = subject({ kind: "TERM", terms: { termYears: 5 } });
    expect(alone(term, "2025-11-11").marks.map(({ kind, on }) => `${kind} ${on}`)).toEqual(["TERM_END 2025-11-10", "TERM_END 2030-11-10"]);
  });
});
