import { describe, expect, it } from "vitest";
import { fileLimitBytes } from "@/lib/agreements/file/schema";
import { readAgreementFile } from "@/lib/agreements/file/reading/service";
import { aDueDate, aFileText, anAgreementInput, anObligationInput } from "../../support/agreement-builders";

const versions = ["2026-11-2"];
const problemsOf = (text: string) => {
  const read = readAgreementFile(text, versions);
  return read.ok ? [] : read.problems;
};
const whole = aFileText({ agreement: anAgreementInput() });
/** The whole file with one part of its text replaced. */
const withText = (from: string, to: string) => {
  expect(whole).toContain(from);
  return whole.replace(from, to);
};
const withDuty = (over: Parameters<typeof anObligationInput>[0]) => aFileText({ agreement: anAgreementInput({ obligations: [anObligationInput(over)] }) });
const anAmendment = aDueDate({ dueOn: "2020-11-25", origin: "AMENDMENT", instrument: "ORAL_OR_UNILATERAL", acceptance: "ACCEPTED_BY_ALL", setOn: "2020-11-15" });
const amendedAt = (setOn: string) => withDuty({ deadlines: [aDueDate(), { ...anAmendment, setOn }] });
const waiting = (first: string[], second: string[]) => aFileText({ agreement: anAgreementInput({ obligations: [anObligationInput({ dependsOn: first }), anObligationInput({ code: "XX1-1b", dependsOn: second })] }) });
const nulText = withText("A test agreement", String.raw`A \u0000 agreement`);

describe("a file is read", () => {
  it("whole, where nothing is wrong with it", () => expect(readAgreementFile(whole, versions)).toMatchObject({ ok: true, file: { agreement: { code: "AGR-TEST-1" }, speakers: [], discrepancies: [] } }));
  it("with a byte order mark before it", () => expect(problemsOf(`\uFEFF${whole}`)).toEqual([]));
});

describe("a file is refused by name, with path and value", () => {
  it.each([
    ["no JSON, with line and column", '{\n  "format": nothing\n}', { path: "", code: "invalid_json", line: 2, column: 13 }],
    ["nothing at all", "", { code: "invalid_json", line: 1, column: 1 }],
    ["a JSON that ends too early", '{\n "format": "truce-ledger/agreement"\n', { code: "invalid_json", line: 3, column: 1 }],
    ["a name twice in one object", withText('"kind": "ceasefire",', '"kind": "ceasefire", "kind": "peace",'), { path: "agreement", code: "repeated_name", message: expect.stringContaining('"kind"') as string }],
    ["values without end", "[".repeat(50_000) + "]".repeat(50_000), { code: "nested_too_deeply" }],
    ["a list", "[]", { path: "", code: "wrong_format" }],
    ["another format", withText("truce-ledger/agreement", "some/other"), { path: "format", code: "wrong_format", line: 2, message: expect.stringContaining('"some/other"') as string }],
    ["a version of the format that is not known", withText('"formatVersion": 1', '"formatVersion": 2'), { path: "formatVersion", code: "unknown_format_version", line: 3, message: expect.stringContaining("2") as string }],
    ["more than five million bytes", `"${"x".repeat(fileLimitBytes)}"`, { code: "too_large" }],
    ["an impossible date", withText('"signedOn": "2020-11-09"', '"signedOn": "2021-02-30"'), { path: "agreement.signedOn", code: "impossible_date", message: expect.stringContaining("2021-02-30") as string }],
    ["a code that no list holds", withText('"kind": "MILESTONE"', '"kind": "PROMISE"'), { path: "agreement.obligations.0.kind", code: "unknown_code", message: expect.stringContaining('"PROMISE" is not one of MILESTONE, ') as string }],
    ["a field that nobody knows", withText('"confidence": "verified-page",', '"confidence": "verified-page", "winner": "A",'), { path: "agreement", code: "unrecognized_keys", message: expect.stringMatching(/"winner".*There are code, titles, kind/) as string }],
    ["a missing field", withText('"conflict": "Test",', ""), { path: "agreement.conflict", code: "invalid_type", message: expect.stringContaining("missing") as string }],
    ["a number for a text", withText('"conflict": "Test"', '"conflict": 7'), { path: "agreement.conflict", message: expect.stringContaining("7 is not a text") as string }],
    ["the character NUL", nulText, { path: "agreement.titles.0", code: "invalid_character" }],
    ["half a character", nulText.replace("0000", "d800"), { path: "agreement.titles.0", code: "invalid_character", message: expect.stringContaining("surrogate") as string }],
    ["a text that is too long", withText("A test agreement", "x".repeat(20_001)), { path: "agreement.titles.0", message: expect.stringContaining("20001") as string }],
    ["a duty that waits for itself", waiting(["XX1-1a"], []), { code: "circular_dependency", message: expect.stringContaining("XX1-1a waits for XX1-1a") as string }],
    ["a circle of duties", waiting(["XX1-1b"], ["XX1-1a"]), { path: "agreement.obligations.0.dependsOn", code: "circular_dependency", message: expect.stringContaining("XX1-1a waits for XX1-1b waits for XX1-1a") as string }],
    ["an amendment before its agreement", amendedAt("2020-11-08"), { path: "agreement.obligations.0.deadlines.1.setOn", code: "amendment_before_agreement", message: expect.stringMatching(/2020-11-08.*2020-11-09/) as string }],
    ["an amendment without its original", withDuty({ deadlines: [anAmendment] }), { code: "amendment_without_original" }],
    ["a deadline before the agreement", withDuty({ deadlines: [aDueDate({ dueOn: "2020-11-01" })] }), { path: "agreement.obligations.0.deadlines.0.dueOn", code: "before_agreement", message: expect.stringContaining("2020-11-01") as string }],
    ["a clause that is not there", withDuty({ clause: 7 }), { path: "agreement.obligations.0.clause", code: "unknown_clause", message: expect.stringContaining("7") as string }],
    ["a duty given twice", aFileText({ agreement: anAgreementInput({ obligations: [anObligationInput(), anObligationInput()] }) }), { path: "agreement.obligations.1", code: "repeated", message: expect.stringContaining("XX1-1a") as string }],
    ["a due date given twice", withDuty({ deadlines: [aDueDate(), aDueDate()] }), { path: "agreement.obligations.0.deadlines.1", code: "repeated" }],
    ["settings without a version of the rules", withDuty({}).replace('"terms": {}', '"terms": { "windowDays": 30 }'), { path: "agreement.obligations.0.terms.ruleVersion", code: "rule_without_version", message: expect.stringMatching(/windowDays.*2026-11-2/) as string }],
    ["rules that nobody has", withDuty({ terms: { ruleVersion: "1999", windowDays: 30 } }), { path: "agreement.obligations.0.terms.ruleVersion", code: "unknown_rule_version", message: expect.stringContaining('"1999"') as string }],
    ["settings that the rules don't know", withDuty({}).replace('"terms": {}', '"terms": { "ruleVersion": "2026-11-2", "mercy": 3 }'), { path: "agreement.obligations.0.terms", code: "unknown_term", message: expect.stringMatching(/"mercy".*windowDays/) as string }],
    ["a term without a length", withDuty({ kind: "TERM" }), { path: "agreement.obligations.0.terms.termYears", code: "term_without_length" }],
    ["a term without a start", withDuty({ kind: "TERM", startsAt: null, terms: { termYears: 5 } }), { path: "agreement.obligations.0.terms.startReadings", code: "term_without_start" }],
    ["a term whose length no calendar has", withDuty({ kind: "TERM", quantities: [{ what: "length", value: 4e9, unit: "years", valueText: null, operator: "=" }] }), { path: "agreement.obligations.0.quantities.0.value", code: "impossible_length" }],
    ["a notice without a term", withDuty({ terms: { noticeMonths: 6 } }), { code: "notice_without_term" }],
    ["a quantity without a unit", withDuty({ quantities: [{ what: "vehicles", value: 90, unit: null, valueText: null, operator: "=" }] }), { path: "agreement.obligations.0.quantities.0.unit", code: "quantity_without_unit", message: expect.stringContaining("90") as string }],
    ["a quantity without a value", withDuty({ quantities: [{ what: "vehicles", value: null, unit: null, valueText: null, operator: "=" }] }), { code: "quantity_empty" }],
    ["a ceiling without a figure", withDuty({ kind: "QUANTITY_CEILING" }), { path: "agreement.obligations.0.quantities", code: "ceiling_without_figure" }],
    ["a source given twice", withText('"formatVersion": 1,', `"formatVersion": 1, "sources": [${["a", "a"].map(aSource).join()}],`), { path: "sources.1", code: "repeated" }],
  ])("%s", (_what, text, problem) => expect(problemsOf(text)).toContainEqual(expect.objectContaining(problem)));

  it("and says on which line", () => {
    const text = amendedAt("2020-11-08");
    const line = text.split("\n").findIndex((row) => row.includes('"2020-11-08"')) + 1;
    expect(problemsOf(text)).toMatchObject([{ code: "amendment_before_agreement", line }]);
  });

  it("and names everything that is wrong at once", () => {
    const text = withText('"signedOn": "2020-11-09"', '"signedOn": "2020-13-01"').replace('"kind": "MILESTONE"', '"kind": "PROMISE"');
    expect(problemsOf(text).map((problem) => problem.path)).toEqual(["agreement.signedOn", "agreement.obligations.0.kind"]);
  });
});

function aSource(key: string): string {
  return JSON.stringify({ key, publisher: "P", title: null, publishedOn: null, url: null, basis: "excerpt", kind: "NGO", alignment: "UNKNOWN" });
}

describe("codes of other agreements", () => {
  it.each(["NK2020-6a", "SY2018-10b", "MINSK-2-3a", "DPA-1aa"])("%s can be a duty's", (code) => expect(problemsOf(withDuty({ code }))).toEqual([]));
  it.each(["6a", "NK2020", "nk2020-6a", "NK2020-6", "NK2020-6abc"])("%s can not", (code) => expect(problemsOf(withDuty({}).replaceAll("XX1-1a", code))).toMatchObject([{ path: "agreement.obligations.0.code" }]));
});
