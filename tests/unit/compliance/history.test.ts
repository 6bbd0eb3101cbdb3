import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { assessAll, type BoardSubject } from "@/lib/compliance/domain/board";
import type { StatusDecision } from "@/lib/compliance/decisions/domain/decision";
import { firstRuleSet } from "@/lib/compliance/domain/settings";
import { type HistoryQuestion, historyOf, runsOf } from "@/lib/compliance/history/domain";
import { historyColumns, historyCsv } from "@/lib/compliance/history/pipeline";
import { aCompletion, aDeadline, aFact, anAmendment, anObligation, anObserver, day, moment } from "../../support/board-builders";

const subject = (over: Parameters<typeof anObligation>[0], more: Partial<BoardSubject> = {}): BoardSubject => ({ input: anObligation(over), clauseId: 1, coverage: [anObserver("2020-11-10")], dependsOn: [], records: [], ...more });
const kalbajar = subject({ code: "NK2020-6a", title: "=Kalbajar", kind: "MILESTONE", deadlines: [aDeadline("2020-11-15"), anAmendment("2020-11-25")] }, { records: [aCompletion("2020-12-05")] });
const late = subject({ code: "NK2020-9x", startsOn: day("2021-02-10") });
const all = [subject({}, { records: [aFact({ on: "2020-12-31" })] }), kalbajar, late];
const asked = (asOf: string, over: Partial<HistoryQuestion> = {}): HistoryQuestion => ({ asOf: day(asOf), rules: firstRuleSet, decisions: new Map(), knownAt: undefined, ...over });
const history = historyOf(all, asked("2021-04-03"));

describe("the months of a board", () => {
  it("are those of the longest strip, with nothing in the months before a duty begins", () => {
    expect(history.months.map(({ on }) => on)).toEqual(["2020-11-30", "2020-12-31", "2021-01-31", "2021-02-28", "2021-03-31", "2021-04-03"]);
    expect(history.rows[2]?.cells.map((cell) => cell?.on)).toEqual([undefined, undefined, undefined, "2021-02-28", "2021-03-31", "2021-04-03"]);
  });

  it("say of each day what the board of that day says", () => {
    for (const [index, { on }] of history.months.entries()) {
      const board = assessAll(all, moment(on));
      for (const { code, cells } of history.rows) {
        const cell = cells[index];
        expect(cell ?? { state: "NOT_ASSESSED" }).toMatchObject({ state: board.get(code)?.state });
      }
    }
  });

  it("are none before any duty has begun", () => {
    expect(historyOf(all, asked("2020-11-09"))).toMatchObject({ months: [], rows: [{ runs: [] }, { runs: [] }, { runs: [] }] });
  });
});

describe("what reviewers decided", () => {
  const decision: StatusDecision = {
    id: 1, asOf: day("2021-01-05"), knownAt: "2021-02-01T10:00:00.000Z", ruleVersion: firstRuleSet.version, inputsDigest: "a".repeat(64), proposedState: "C_HOLDING", proposedTimeliness: null, proposedOverlays: [],
    command: "CHANGE", decidedState: "C_STRAINED", reason: "Seen by others.", decidedAt: "2021-02-01T10:00:00.000Z", inForceAt: "2021-02-02T10:00:00.000Z", second: null,
  };
  const statesWith = (over: Partial<StatusDecision>, knownAt?: Date) => {
    const decisions = new Map([["NK2020-1a", [{ ...decision, ...over }]]]);
    return historyOf(all, asked("2021-03-31", { decisions, knownAt })).rows[0]?.cells.map((cell) => `${cell?.state ?? ""} ${cell?.decision ?? "-"}`);
  };

  it("lies over the months from its day on, and over none before", () => {
    expect(statesWith({})).toEqual(["C_HOLDING -", "C_STRAINED -", "C_STRAINED CHANGE", "C_STRAINED CHANGE", "C_STRAINED CHANGE"]);
    expect(statesWith({ command: "ACCEPT", decidedState: "C_HOLDING" })?.slice(2)).toEqual(["C_HOLDING ACCEPT", "C_HOLDING ACCEPT", "C_HOLDING ACCEPT"]);
  });

  it("does not leak into an earlier knowledge, and has no effect while it waits", () => {
    const proposed = ["C_HOLDING -", "C_STRAINED -", "C_HOLDING -", "C_HOLDING -", "C_HOLDING -"];
    expect(statesWith({}, new Date("2021-02-02T09:59:59.999Z"))).toEqual(proposed);
    expect(statesWith({ inForceAt: null })).toEqual(proposed);
  });
});

describe("the stretches of a duty", () => {
  it("join months that stand the same, and their months add up", () => {
    expect(history.rows[0]?.runs.map(({ state, from, to, months }) => `${state} ${from} ${to} ${months}`)).toEqual(["C_HOLDING 2020-11-30 2020-11-30 1", "C_STRAINED 2020-12-31 2020-12-31 1", "C_HOLDING 2021-01-31 2021-04-03 4"]);
    for (const { runs, cells } of history.rows) expect(runs.reduce((sum, { months }) => sum + months, 0)).toBe(cells.filter((cell) => cell !== undefined).length);
  });

  it("are cut where only the timeliness or a mark changes", () => {
    expect(history.rows[1]?.runs.map(({ state, timeliness }) => `${state} ${timeliness ?? ""}`)).toEqual(["I0_NOT_INITIATED OVERDUE", "I3_FULL LATE"]);
    expect(runsOf([])).toEqual([]);
  });
});

describe("the months as a file", () => {
  const text = [...historyCsv({ ...history, knownAt: null, ruleVersion: "2026-11-1" })].join("");
  const lines: Record<string, string>[] = parse(text, { columns: true });

  it("have one row for each duty and month, under the promised columns, each ending as RFC 4180 says", () => {
    expect(text.split("\r\n")[0]).toBe(historyColumns.join(","));
    expect(lines).toHaveLength(history.rows.flatMap(({ cells }) => cells.filter((cell) => cell !== undefined)).length);
  });

  it("name the day, the dates in the month and the rules, and run nothing in a spreadsheet", () => {
    expect(lines.find(({ code }) => code === "NK2020-6a")).toMatchObject({ title: "'=Kalbajar", month: "2020-11", as_of: "2020-11-30", dates: "2020-11-15 DUE;2020-11-15 MOVED;2020-11-25 DUE", rule_version: "2026-11-1" });
  });
});
