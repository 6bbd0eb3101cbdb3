// Workbooks as spreadsheets write them, and as nobody but an attacker would.
import { describe, expect, test } from "vitest";
import { codesOf, planOf, refusalCodes, rowsOf, savedFile } from "@/tests/support/import-files";
import { archiveOf, sheetXml, workbookOf, type XlsxCell } from "@/tests/support/xlsx-files";

const headers = ["external_id", "event_date", "event_type", "title", "latitude", "longitude"];
const row = (id: string, over: { date?: XlsxCell; title?: XlsxCell } = {}): XlsxCell[] => [id, over.date ?? "2021-03-01", "CH01", over.title ?? `Fire reported ${id}`, 39.99, 46.75];
const fileOf = (xml: string, options = {}) => savedFile(workbookOf([{ name: "Data", xml }], options));

describe("a workbook", () => {
  test("counts its days from 1900 or from 1904, as it says", async () => {
    const day = { attributes: 's="1"', inside: "<v>42794</v>" };
    expect((await rowsOf(fileOf(sheetXml([headers, row("A", { date: day })]))))[0]?.incident?.occurred.start).toBe("2017-02-28");
    expect((await rowsOf(fileOf(sheetXml([headers, row("A", { date: day })]), { is1904: true })))[0]?.incident?.occurred.start).toBe("2021-03-01");
  });

  test("gives what a formula last came to, and holds a record where it failed", async () => {
    const [good, bad] = await rowsOf(fileOf(sheetXml([headers, row("A", { title: { attributes: 't="str"', inside: "<f>CONCAT(1)</f><v>A told title</v>" } }), row("B", { title: { attributes: 't="e"', inside: "<f>1/0</f><v>#DIV/0!</v>" } })])));
    expect(good).toMatchObject({ result: "accepted", incident: { title: "A told title" } });
    expect([bad?.result, codesOf(bad)]).toEqual(["needsReview", ["spreadsheet_error"]]);
  });

  test("may have a title over its headers, also in merged cells, and it is said that it is not read", async () => {
    const xml = sheetXml([["Report of the ministry"], [], ["printed on 3 May"], headers, row("A"), row("B")]).replace("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:F1"/></mergeCells>');
    const file = fileOf(xml);
    expect((await planOf(file)).notes.map(({ code }) => code)).toContain("headers_found_below");
    expect((await rowsOf(file)).map(({ record, result, externalId }) => [record, result, externalId])).toEqual([[1, "accepted", "A"], [2, "accepted", "B"]]);
  });

  test("of several sheets is asked about; a hidden one is not read", async () => {
    const sheet = (name: string, id: string, state?: string) => ({ name, xml: sheetXml([headers, row(id)]), ...(state && { state }) });
    expect((await planOf(savedFile(workbookOf([sheet("A", "1"), sheet("B", "2")])))).questions).toMatchObject([{ code: "several_sheets", options: ["A", "B"] }]);
    expect((await rowsOf(savedFile(workbookOf([sheet("A", "1", "hidden"), sheet("B", "2")])))).map(({ externalId }) => externalId)).toEqual(["2"]);
    expect(await refusalCodes(savedFile(workbookOf([sheet("A", "1", "veryHidden")])))).toEqual(["empty_file"]);
  });

  test("with one cell in its last corner, or a million empty rows, is read like any other", async () => {
    expect(await rowsOf(fileOf(sheetXml([headers, row("A")], { after: '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>' })))).toHaveLength(1);
    expect(await rowsOf(fileOf(sheetXml([headers, row("A")], { after: "<row/>".repeat(1_000_000) })))).toHaveLength(1);
  });

  test("that breaks off tells so and loses no record before the break", async () => {
    const rows = await rowsOf(fileOf(sheetXml([headers, row("A"), row("B")]).slice(0, -60)));
    expect(rows.map(({ result }) => result)).toEqual(["accepted", "rejected"]);
    expect(codesOf(rows[1])).toEqual(["malformed_xml"]);
  });
});

describe("a workbook that nobody writes in good faith is refused", () => {
  const good = sheetXml([headers, row("A")]);
  test.each([
    ["an entity that reads a file", () => workbookOf([{ name: "Data", xml: sheetXml([headers, row("A", { title: "&x;" })], { prologue: '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>' }) }]), "dtd_refused"],
    ["a document type in UTF-16", () => workbookOf([{ name: "Data", xml: good }], { parts: [{ name: "xl/comments1.xml", data: Buffer.from('\uFEFF<!DOCTYPE lolz [<!ENTITY a "aaaa">]><x/>', "utf16le") }] }), "dtd_refused"],
    ["texts that unpack to hundreds of megabytes", () => workbookOf([{ name: "Data", xml: good }], { parts: [{ name: "xl/sharedStrings.xml", data: `<sst><si><t>${"a".repeat(120_000_000)}</t></si></sst>` }] }), "archive_too_large_when_unpacked"],
    ["a list that lies about what unpacks", () => workbookOf([{ name: "Data", xml: good }], { parts: [{ name: "xl/sharedStrings.xml", data: `<sst><si><t>${"a".repeat(30_000_000)}</t></si></sst>`, declared: 1000 }] }), "archive_too_large_when_unpacked"],
    ["another kind of archive", () => archiveOf([{ name: "word/document.xml", data: "<a/>" }]), "not_a_workbook"],
    ["half of one", () => workbookOf([{ name: "Data", xml: good }]).subarray(0, 500), "broken_archive"],
    ["a part outside of it", () => workbookOf([{ name: "Data", xml: good }], { parts: [{ name: "../../etc/x", data: "x" }] }), "broken_archive"],
  ])("%s", async (_name, bytes, code) => {
    expect(await refusalCodes(savedFile(bytes()))).toEqual([code]);
  });
});
