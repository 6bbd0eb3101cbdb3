import fc from "fast-check";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { agreedRange, credibilityOf, safeCell, truceColumns, truceRow, unmistakable } from "@/lib/exports/domain";
import { unguardFormula } from "@/lib/kernel/formula-text";
import { csvText } from "@/lib/server/csv-text";
import { aClaim, aCount, anObservation, aView } from "../../support/incident-builders";

const killed = (over: Parameters<typeof aCount>[0] = {}) => aCount({ outcome: "KILLED", ...over });
const source = { url: "https://example.invalid/b", publisher: "A bulletin", publishedOn: "2022-03", reliability: "F" };

describe("a record as a row", () => {
  it("has exactly the columns of the contract, in their order", () => {
    expect(Object.keys(truceRow(aView(), { unitName: null, source: null })).toSorted()).toEqual(truceColumns.toSorted());
    expect(truceColumns.join(", ")).toBe(
      "external_id, event_date, event_date_end, event_time, timezone, time_precision, event_type, title, narrative, latitude, longitude, location_precision, location_name, admin1, unit, alleged_by, against, denied_by, found_by, obligations, killed_low, killed_best, killed_high, injured_best, civilians_killed_best, captured_best, displaced_best, count_best, count_unit, source_url, source_publisher, source_date, source_reliability, info_credibility, verification, workflow, sensitivity",
    );
  });

  it("joins several speakers in alphabetical order, and falls back on the reference", () => {
    const claim = aClaim();
    const view = aView({ externalId: null, claims: [claim, { ...claim, speaker: "AM_MOD" }, { ...claim, stance: "DENIED_BY", speaker: "AZ_MOD", against: null }] });
    expect(truceRow(view, { unitName: "Khojaly", source })).toMatchObject({ external_id: "TL-000007", alleged_by: "AM_MOD;RU_MOD", against: "AZ", denied_by: "AZ_MOD", found_by: "", admin1: "Khojaly", source_date: "2022-03", event_time: "14:30" });
  });

  it("adds no figures of different people up and averages none", () => {
    expect(agreedRange([])).toEqual({ low: null, best: null, high: null });
    expect(agreedRange([killed({ low: 1, best: 2, high: 3 }), killed({ low: 2, best: 2, high: 5 })])).toEqual({ low: 1, best: 2, high: 5 });
    expect(agreedRange([killed({ low: 1, best: 2, high: 3 }), killed({ low: 2, best: 4, high: 5 })])).toEqual({ low: 1, best: null, high: 5 });
    expect(agreedRange([killed({ side: "AZ" }), killed({ side: "AM" })])).toEqual({ low: null, best: null, high: null });
    const row = truceRow(aView({ casualties: [killed({ side: "AZ" }), killed({ side: "AM", status: "CIVILIAN", low: 1, best: 1, high: 1 })] }), { unitName: null, source: null });
    expect(row).toMatchObject({ killed_best: null, civilians_killed_best: 1 });
  });

  it("gives a count only with its unit", () => {
    const observation = anObservation({ kind: "CASE_AS_REPORTED", means: "TOLD_BY", countBest: 180 });
    expect(truceRow(aView({ observations: [observation] }), { unitName: null, source: null })).toMatchObject({ count_best: 180, count_unit: "CASE_AS_REPORTED" });
    expect(truceRow(aView({ observations: [observation, observation] }), { unitName: null, source: null })).toMatchObject({ count_best: null, count_unit: null });
  });

  it("gives the nearest Admiralty figure", () => {
    expect((["V0_UNASSESSED", "V1_CLAIM", "V2_REPORTED", "V3_CORROBORATED", "V4_VERIFIED", "V5_INVESTIGATED", "VX_REFUTED", "VU_UNVERIFIABLE"] as const).map(credibilityOf)).toEqual([6, 6, 3, 2, 1, 1, 5, 6]);
  });
});

describe("a cell", () => {
  it.each([
    ["=1+1", "'=1+1"], ["+1-800", "'+1-800"], ["-1+2", "'-1+2"], ["- an item", "'- an item"], ["@SUM", "'@SUM"], ["\t=1", "'\t=1"], ["\r=1", "'\r=1"], ["=", "'="], ["-", "'-"], ["+374 10 111", "'+374 10 111"], ["-5\n", "'-5\n"],
    // What the text itself begins with is told from what was put before it.
    ["'=1", "''=1"], ["''@a", "'''@a"], ["'-5", "''-5"],
    // Text that looks like a number is text, a number is none; other prose is left alone.
    ["-5", "'-5"], ["+37410111111", "'+37410111111"], ["plain", "plain"], ["a=1", "a=1"], ["'quoted'", "'quoted'"], ["", ""], [-46.25, -46.25], [null, null],
  ])("%j becomes %j", (cell, expected) => expect(safeCell(cell)).toBe(expected));

  it("of a file that no spreadsheet runs is guarded only where an import would take it for guarded", () => {
    expect(["=1", "'=1", "-5", "'a", " @x", "' @x", 7, null].map(unmistakable)).toEqual(["=1", "''=1", "-5", "'a", " @x", "'' @x", 7, null]);
    fc.assert(fc.property(fc.stringMatching(/^'{0,3}\s?[=+\-@]?[\s\S]{0,9}$/), (text) => unguardFormula(unmistakable(text)) === text));
  });

  it("comes back from the file as it went in, whatever it holds, and never as a formula", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.stringMatching(/^'{0,3}[=+\-@\t\r]?[\s\S]{0,12}$/)), { minLength: 1, maxLength: 5 }), (texts) => {
        const rows = texts.map(([title, narrative]) => truceRow(aView({ title, narrative, place: { ...aView().place, lon: -46.25 } }), { unitName: null, source: null }));
        const parsed = parse<Record<string, string>>(csvText([truceColumns, ...rows.map((row) => truceColumns.map((column) => row[column]))]), { columns: true });
        expect(parsed.map((row) => [unguardFormula(row["title"] ?? ""), unguardFormula(row["narrative"] ?? ""), row["longitude"]])).toEqual(texts.map(([title, narrative]) => [title, narrative, "-46.25"]));
        for (const row of parsed) expect(row["title"]).not.toMatch(/^\s*[=+\-@\uFF1D]/);
      }),
    );
  });
});
