import { describe, expect, it } from "vitest";
import { ruleChangesHref } from "@/components/compliance/board-address";
import type { BoardSubject } from "@/lib/compliance/domain/board";
import { firstRuleSet } from "@/lib/compliance/domain/settings";
import { changesByRules, historyByRules, historyDays } from "@/lib/compliance/rules/changes/domain";
import { ruleChangesRequest } from "@/lib/compliance/rules/changes/schema";
import { aFact, anObligation, anObserver, day } from "../../../support/board-builders";
import { containing } from "../../../support/matchers";

const before = firstRuleSet.settings;
const subject = (over: Partial<BoardSubject> = {}): BoardSubject => ({ input: anObligation(), clauseId: 1, coverage: [anObserver("2020-11-10")], dependsOn: [], records: [aFact({ on: "2021-01-10" })], ...over });

describe("what other rules change", () => {
  it("is nothing under the same thresholds", () => {
    expect(changesByRules([subject()], day("2021-02-20"), { before, after: { ...before } })).toEqual([]);
    expect(historyByRules([subject()], historyDays([subject()], day("2021-12-31")), { before, after: before })).toEqual([]);
  });

  it("is the state of the duties that the window matters for, with the reasons of both", () => {
    const other = subject({ input: anObligation({ code: "NK2020-2a", kind: "MILESTONE" }) });
    const changes = changesByRules([subject(), other], day("2021-02-20"), { before, after: { ...before, windowDays: 60 } });
    expect(changes).toMatchObject([{ code: "NK2020-1a", changed: ["STATE"], before: { state: "C_HOLDING", deciding: [{ rule: "SN3" }] }, after: { state: "C_STRAINED", deciding: [{ rule: "SN2" }] } }]);
  });

  it("is told month by month, months that are alike together, and a gap apart", () => {
    const records = [aFact({ on: "2021-01-10" }), aFact({ on: "2021-08-10" })];
    const duty = subject({ records });
    const days = historyDays([duty], day("2021-12-31"));
    expect(days[0]).toBe("2020-11-30");
    const [history, ...others] = historyByRules([duty], days, { before, after: { ...before, windowDays: 90 } });
    expect(others).toEqual([]);
    expect(history?.runs.map(({ from, to, days: count }) => [from, to, count])).toEqual([["2021-02-28", "2021-03-31", 2], ["2021-09-30", "2021-10-31", 2]]);
    expect(history?.runs[0]).toMatchObject({ before: { state: "C_HOLDING" }, after: { state: "C_STRAINED" } });
  });

  it("ends with the day of the board, and has no days before a duty began", () => {
    expect(historyDays([subject()], day("2020-12-05"))).toEqual(["2020-11-30", "2020-12-05"]);
    expect(historyDays([subject()], day("2020-11-09"))).toEqual([]);
    expect(historyDays([subject({ input: anObligation({ startsOn: null }) })], day("2021-01-01"))).toEqual([]);
  });
});

describe("a comparison of rules that an address asks for", () => {
  const today = day("2026-11-24");
  const known = ["2026-12-1", "2026-11-2", "2026-11-1"];

  it("is the newest against the one before, where none are named", () => {
    expect(ruleChangesRequest({}, known, today)).toMatchObject({ versions: { from: "2026-11-2", to: "2026-12-1" }, fromError: undefined, toError: undefined });
    expect(ruleChangesRequest({ to: "2026-11-2" }, known, today).versions).toEqual({ from: "2026-11-1", to: "2026-11-2" });
  });

  it("is read back as it was written", () => {
    const href = ruleChangesHref({ from: "2026-11-1", to: "2026-12-1", asOf: "2023-01-15", knownOn: "2023-01-20", agreement: "A" });
    const request = ruleChangesRequest(Object.fromEntries(new URL(href, "http://localhost").searchParams), known, today);
    expect(request).toMatchObject({ versions: { from: "2026-11-1", to: "2026-12-1" }, fixed: { asOf: "2023-01-15", knownOn: "2023-01-20", agreement: "A" } });
  });

  it("compares nothing where a version does not exist, or there is one only, and says so beside the field", () => {
    const unknown = ruleChangesRequest({ from: "2019-1-1", to: "2026-11-1" }, known, today);
    expect(unknown.versions).toBeUndefined();
    expect(unknown.fromError).toContain("2019-1-1");
    expect(unknown.toError).toBeUndefined();
    expect(ruleChangesRequest({ from: "2026-11-1", to: "2026-11-1" }, known, today)).toMatchObject({ versions: undefined, toError: containing("another") });
    expect(ruleChangesRequest({}, ["2026-11-1"], today)).toMatchObject({ versions: undefined, toError: containing("one version") });
  });
});
