import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import { sha256Of } from "@/lib/reports/digest/service";
import { reportDocument } from "@/lib/reports/document/schema";
import { aDocument, aRecordRow, bareNumbers } from "../../support/report-builders";

const read = (document: unknown) => reportDocument.safeParse(JSON.parse(canonicalJson(document)));

describe("a report's document", () => {
  it("is read back as it was written, byte for byte", () => {
    const text = canonicalJson(aDocument());
    expect(canonicalJson(reportDocument.parse(JSON.parse(text)))).toBe(text);
  });

  it("is none without limits, and none with an empty list of them", () => {
    const { limits: _limits, ...rest } = aDocument();
    expect(read(rest).success).toBe(false);
    expect(read({ ...rest, limits: [] }).success).toBe(false);
  });

  it("is none with a bare number in a cell, or a figure that lacks what belongs to it", () => {
    const table = (cell: unknown) => aDocument({ sections: [{ id: "a", title: "A", blocks: [{ type: "TABLE", name: "a", caption: "A", columns: [{ label: "A", kind: "FIGURE" }], rows: [[cell as never]], whenEmpty: "" }] }] });
    expect(read(table(12)).success).toBe(false);
    expect(read(table({ value: 12, unit: "records", asOf: "2022-03-31", level: "TEXT" })).success).toBe(false);
    expect(read(table({ value: 12, unit: "records", sources: 1, asOf: "2022-03-31", level: "TEXT" })).success).toBe(true);
  });

  it("leads nowhere outside the product", () => {
    expect(read(aDocument({ subject: { text: "a", href: "https://example.invalid" } })).success).toBe(false);
    expect(read(aDocument({ subject: { text: "a", href: "//example.invalid" } })).success).toBe(false);
  });

  it("has one digest for one content, whatever the order of names, and another for any other content", () => {
    const shuffled = (value: unknown): unknown => (Array.isArray(value) ? value.map(shuffled) : typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([name, part]) => [name, shuffled(part)])) : value);
    expect(sha256Of(canonicalJson(shuffled(aDocument())))).toBe(sha256Of(canonicalJson(aDocument())));
    fc.assert(fc.property(fc.string(), (title) => sha256Of(canonicalJson(aDocument({ title: `${title}.` }))) !== sha256Of(canonicalJson(aDocument({ title })))));
  });

  it("shows where a number stands bare", () => {
    expect(bareNumbers(aDocument())).toEqual([]);
    expect(bareNumbers({ ...aDocument(), deaths: 3, records: [{ ...aRecordRow(), killed: 2 }] })).toEqual(["records.0.killed", "deaths"]);
  });
});
