import { describe, expect, it } from "vitest";
import { assess } from "@/lib/compliance/domain/assess";
import { assessAll, type BoardSubject } from "@/lib/compliance/domain/board";
import { figuresOf } from "@/lib/compliance/domain/figures";
import { termsOf } from "@/lib/compliance/domain/obligation";
import { ruleGroups, rules } from "@/lib/compliance/domain/rules";
import { startDayOf } from "@/lib/compliance/domain/start-day";
import { boardRequest, milestoneInput } from "@/lib/compliance/schema";
import { aFact, anObligation, day, moment, watched } from "../../support/board-builders";

describe("duties of one board", () => {
  const subject = (over: Parameters<typeof anObligation>[0], more: Partial<BoardSubject> = {}): BoardSubject => ({ input: anObligation(over), clauseId: 1, coverage: [], dependsOn: [], records: [], ...more });
  const left = aFact({ on: "2024-06-12", relation: "CONTEXT", effect: "ENDED" });

  it("pass the end of a term on to its notice clause, from that day and by counted records only", () => {
    const board = (verification: string) => [
      subject({ code: "NK2020-4b", kind: "TERM", terms: { termYears: 5 } }, { records: [{ ...left, verification }] }),
      subject({ code: "NK2020-4c", kind: "TERM", terms: { termYears: 5, noticeMonths: 6 } }, { dependsOn: ["NK2020-4b"] }),
    ];
    expect(assessAll(board("V3_CORROBORATED"), moment("2024-06-12")).get("NK2020-4c")?.state).toBe("C_SUPERSEDED_BY_EVENTS");
    expect(assessAll(board("V3_CORROBORATED"), moment("2024-06-11")).get("NK2020-4c")?.state).toBe("NOT_ASSESSED");
    expect(assessAll(board("V1_CLAIM"), moment("2024-06-12")).get("NK2020-4c")?.state).toBe("NOT_ASSESSED");
  });

  it("pass an end on along a chain of duties, and name a duty that they cannot read", () => {
    const corridor = subject({ code: "NK2020-6c", kind: "STANDING_POSITIVE" }, { dependsOn: ["NK2020-3a"] });
    const movement = subject({ code: "NK2020-6g", kind: "STANDING_POSITIVE" }, { dependsOn: ["NK2020-6c"] });
    const town = subject({ code: "NK2020-6d" }, { dependsOn: ["NK2020-6c"] });
    const board = [subject({ code: "NK2020-3a", kind: "STANDING_POSITIVE" }, { records: [left] }), corridor, movement, town];
    expect([...assessAll(board, moment("2024-06-12")).values()].slice(1)).toMatchObject([{ because: [{ rule: "SP5" }, {}] }, { because: [{ rule: "SP5" }, {}] }, { state: "C_SUPERSEDED_BY_EVENTS", because: [{ rule: "SN5" }, {}] }]);
    expect(assessAll(board, moment("2024-06-11")).get("NK2020-6g")?.state).toBe("NOT_ASSESSED");
    const waits = subject({ startsOn: null, kind: "ENABLE" }, { dependsOn: ["XX2020-9z"] });
    expect(assessAll([waits], moment("2021-01-01")).get("NK2020-1a")?.because[0]?.text).toContain("XX2020-9z");
  });

  it("name what a conditional duty waits for, and how that stands", () => {
    const links = subject({ code: "NK2020-9a", title: "Links opened", kind: "OPEN_ENDED" }, { records: [aFact({ on: "2021-01-11", relation: "PARTIAL_FULFILMENT", effect: "STARTED" })] });
    const guarantee = subject({ code: "NK2020-9b", title: "Guarantee", kind: "STANDING_POSITIVE", startsOn: null }, { dependsOn: ["NK2020-9a"] });
    const control = subject({ code: "NK2020-9c", kind: "ENABLE", startsOn: null }, { dependsOn: ["NK2020-9b"] });
    const board = assessAll([links, guarantee, control], moment("2021-02-01"));
    expect(board.get("NK2020-9b")?.because[0]).toMatchObject({ rule: "G4", text: "Waits for NK2020-9a (Links opened), which stands at “Minimal”; no counted record that this duty itself began." });
    expect(board.get("NK2020-9c")?.because[0]?.text).toContain("NK2020-9b (Guarantee), which stands at “Not assessed”");
  });

  it("come to an answer where duties rest on each other in a circle", () => {
    const one = subject({ code: "NK2020-9b", kind: "ENABLE", startsOn: null }, { dependsOn: ["NK2020-9c"] });
    const other = subject({ code: "NK2020-9c", kind: "ENABLE", startsOn: null }, { dependsOn: ["NK2020-9b"] });
    expect([...assessAll([one, other], moment("2021-01-01")).values()].map(({ state }) => state)).toEqual(["NOT_ASSESSED", "NOT_ASSESSED"]);
  });

  it("count ceilings together only within one clause", () => {
    const figures = [{ what: "items of military equipment moved", unit: "items", low: null, best: 552, high: null, reportedBy: "a speaker" }];
    const carriers = subject({ code: "NK2020-3c", kind: "QUANTITY_CEILING", quantities: [{ what: "armoured personnel carriers", value: 90, unit: "vehicles", operator: "equals" }] }, { records: [aFact({ on: "2020-11-20", relation: "CONTEXT", figures })] });
    const vehicles = (clauseId: number) => subject({ code: "NK2020-3d", kind: "QUANTITY_CEILING", quantities: [{ what: "motor vehicles and special equipment", value: 380, unit: "items", operator: "equals" }] }, { clauseId });
    expect(assessAll([carriers, vehicles(1)], moment("2020-11-21")).get("NK2020-3c")?.because[0]?.text).toContain("552 against 470");
    expect(assessAll([carriers, vehicles(2)], moment("2020-11-21")).get("NK2020-3c")?.because[0]?.rule).toBe("QC5");
  });
});

describe("the day on which a duty begins", () => {
  const midnightInMoscow = new Date("2020-11-09T21:00:00Z");

  it("is read in the agreement's own zone", () => {
    expect(startDayOf(midnightInMoscow, { at: midnightInMoscow, local: "2020-11-10T00:00:00" })).toBe("2020-11-10");
    expect(startDayOf(new Date("2020-11-10T20:59:00Z"), { at: midnightInMoscow, local: "2020-11-10T00:00:00" })).toBe("2020-11-10");
    expect(startDayOf(new Date("2020-11-10T21:00:00Z"), { at: midnightInMoscow, local: "2020-11-10T00:00:00" })).toBe("2020-11-11");
  });

  it("is the day in UTC where the agreement names no time of its own", () => {
    expect(startDayOf(midnightInMoscow, { at: null, local: null })).toBe("2020-11-09");
    expect(startDayOf(midnightInMoscow, { at: midnightInMoscow, local: "at midnight" })).toBe("2020-11-09");
  });
});

describe("stored settings and figures", () => {
  it("are null where they are absent, and told where they are malformed", () => {
    expect(termsOf(null)).toEqual({ windowDays: null, termYears: null, noticeMonths: null, startReadings: [], isSetContested: false, isChangeLasting: false, problems: [] });
    expect(termsOf({ termYears: 5, planYears: 3, isSetContested: true, startReadings: [{ holder: "Text", on: "2020-11-10", basis: "" }] }).problems).toEqual([]);
    const { problems, ...read } = termsOf({ windowDays: 0, termYears: 2.5, noticeMonths: "6", isSetContested: "yes", years: 5, startReadings: [{ holder: "Text", on: "2020-02-30" }, "x"] });
    expect(read).toEqual({ windowDays: null, termYears: null, noticeMonths: null, startReadings: [], isSetContested: false, isChangeLasting: false });
    expect(problems.join("\n")).toMatch(/“years” is not known.*\n“windowDays” is 0 .*\n“termYears” is 2\.5 .*\n“noticeMonths” is "6" .*\n“isSetContested” .*\n.*2020-02-30.*\n.*"x"/);
    expect(termsOf({ startReadings: "2020-11-10" }).problems).toEqual(["“startReadings” must be a list."]);
    expect(termsOf([5]).problems).toHaveLength(1);
  });

  it("leave a duty not assessed where they can't be read, and say so, as does a kind without a rule", () => {
    const asked = (over: Parameters<typeof anObligation>[0]) => assess(anObligation(over), [aFact({ verification: "V4_VERIFIED", isLethal: true })], watched("2020-12-12"));
    for (const [over, word] of [[{ terms: { windowDays: -1 } }, "windowDays"], [{ kind: "PROMISE" }, "PROMISE"]] as const) {
      expect(asked(over)).toMatchObject({ state: "NOT_ASSESSED", because: [{ rule: "G9" }] });
      expect(asked(over).because[0]?.text).toContain(word);
    }
  });

  it("leave out a figure without a name or unit", () => {
    expect(figuresOf([{ what: "posts", unit: "posts", best: 23 }, { what: "posts" }, null, 4])).toEqual([{ what: "posts", unit: "posts", low: null, best: 23, high: null, reportedBy: "not named", note: null }]);
    expect(figuresOf({})).toEqual([]);
  });
});

describe("the address of the board", () => {
  const today = day("2026-11-24");

  it("falls back to today beside a message where the day does not exist", () => {
    expect(boardRequest({ asOf: "2020-11-16" }, today)).toEqual({ asOf: "2020-11-16", agreement: undefined, asOfError: undefined, asOfText: "2020-11-16", knownOn: undefined, knownAtText: "", knownAtError: undefined });
    expect(boardRequest({}, today)).toMatchObject({ asOf: today, asOfError: undefined, asOfText: today });
    expect(boardRequest({ asOf: "" }, today).asOfError).toBeUndefined();
    for (const asOf of ["2020-02-30", "16.11.2020", "yesterday", "2020-13-01"]) {
      const request = boardRequest({ asOf }, today);
      expect(request).toMatchObject({ asOf: today, asOfText: asOf });
      expect(request.asOfError).toContain("YYYY-MM-DD");
    }
    expect(boardRequest({ asOf: ["2024-02-29", "2020-11-16"], agreement: "" }, today)).toMatchObject({ asOf: "2024-02-29", agreement: undefined });
  });

  it("shows no more than the start of a long wrong text", () => {
    expect(boardRequest({ asOf: "x".repeat(5000) }, today).asOfText.length).toBe(40);
  });
});

describe("the rule table", () => {
  it("names each rule once, in a group that the methods page shows", () => {
    expect(new Set(rules.map((rule) => rule.code)).size).toBe(rules.length);
    const groups = ruleGroups.map((group) => group.code);
    for (const rule of rules) expect(groups).toContain(rule.group);
    for (const group of groups) expect(rules.some((rule) => rule.group === group)).toBe(true);
  });
});

describe("a milestone as input", () => {
  it("refuses an end before its start", () => {
    const result = milestoneInput.safeParse({ key: "MS-1", kind: "event", occurredStart: "2020-11-10", occurredEnd: "2020-11-09", timePrecision: "T4_DAY", occurredAt: null, what: "A step", claimedBy: [], confirmedBy: [], deniedBy: [], verification: "V1_CLAIM", verificationRule: "M1", note: null, confidence: "seed", figures: [], obligations: [], sourceKeys: [], knownAt: "2020-11-10T12:00:00Z" });
    expect(result.success).toBe(false);
  });
});
