import { describe, expect, it } from "vitest";
import { exportFormatCodes, exportFormatOf } from "@/lib/codelists/export-format";
import { columnDocs, dictionaryCells, dictionaryColumns, dictionaryLists, dictionaryMarkdown, dictionaryRows } from "@/lib/exports/dictionary/domain";
import { truceColumns, truceRow } from "@/lib/exports/domain";
import { featureOf } from "@/lib/exports/geojson/domain";
import { exportCursorOf, exportCursorText } from "@/lib/exports/log/schema";
import { type ExportFacts, manifestOf } from "@/lib/exports/manifest/domain";
import { exportLogScopeOf, openMarksOf } from "@/lib/exports/policy";
import { LineBuffer } from "@/lib/exports/rows/domain";
import { exportFilterFromSearchParams } from "@/lib/exports/schema";
import { scopeOf } from "@/lib/incidents/policy";
import { roles } from "@/lib/kernel/actor";
import { anActor, aView } from "../../support/incident-builders";

const facts = (over: Partial<ExportFacts> = {}): ExportFacts => ({
  id: "16271d80-4fa3-4e56-a9f2-70f3cf10afcb", format: "csv", fileName: "f.csv", filter: {}, role: "VIEWER", asOf: new Date("2026-11-24T12:00:00Z"), schemaVersion: "truce-csv/1", columns: truceColumns,
  rowsExpected: 10, rowsSent: 0, rowsRedacted: 0, rowsRestricted: 2, auditHead: null, startedAt: new Date("2026-11-24T12:00:01Z"), outcome: null, endedAt: null, bytes: null, sha256: null, ...over,
});

describe("the dictionary", () => {
  it("tells of every column, in the order of the file, with the codes that may stand in it", () => {
    expect([...new Set(dictionaryRows().map((row) => row.column))]).toEqual([...truceColumns]);
    const codes = dictionaryRows().filter((row) => row.column === "verification" && row.code !== "").map((row) => row.code);
    expect(codes).toEqual(dictionaryLists.verification.map((entry) => entry.code));
    expect(dictionaryCells()[0]).toEqual([...dictionaryColumns]);
    for (const { type, list } of Object.values(columnDocs)) expect(list === undefined).toBe(type !== "code");
  });

  it("is a page of tables in Markdown", () => {
    const text = dictionaryMarkdown();
    for (const column of truceColumns) expect(text).toContain(`| \`${column}\` |`);
    expect(text).toContain("## event_type");
    for (const line of text.split("\n").filter((row) => row.startsWith("| `event_"))) expect(line.replaceAll("\\|", "").split("|")).toHaveLength(6);
  });
});

describe("a manifest", () => {
  it("gives a digest to complete files alone, and says what else there is", () => {
    expect(manifestOf(facts())).toMatchObject({ state: "unfinished", file: { rows: 10, sha256: null }, withheld: [{ records: null }, { records: 2 }] });
    expect(manifestOf(facts({ outcome: "BROKEN_OFF", rowsSent: 4 }))).toMatchObject({ state: "broken-off", file: { sha256: null } });
    expect(manifestOf(facts({ outcome: "COMPLETE", rowsSent: 10, rowsRedacted: 3, sha256: "a".repeat(64), bytes: 5 }))).toMatchObject({ state: "complete", file: { rows: 10, bytes: 5 }, withheld: [{ records: 3 }, { records: 2 }] });
  });

  it("says for each role by which policy it was read", () => {
    for (const role of roles) expect(manifestOf(facts({ role })).readAs.policy).not.toBe("");
  });
});

describe("a feature", () => {
  const leaf = (place: Partial<ReturnType<typeof aView>["place"]>) => {
    const view = aView({ place: { ...aView().place, ...place } });
    return { view, row: truceRow(view, { unitName: null, source: null }) };
  };

  it("has longitude before latitude, and the radius of its precision", () =>
    expect(featureOf(leaf({}))).toMatchObject({ type: "Feature", id: "TL-000007", geometry: { type: "Point", coordinates: [46.73, 40.06] }, properties: { radius_metres: 1000, location_precision: "L2_SETTLEMENT" } }));

  it.each(["L7_COUNTRY", "L8_AIR_WATER", "L0_UNKNOWN"] as const)("has no point at %s, even where coordinates were given", (precision) => expect(featureOf(leaf({ precision })).geometry).toBeNull());

  it("has no point where there are no coordinates", () => expect(featureOf(leaf({ lat: null, lon: null })).geometry).toBeNull());
});

describe("who reads what of a file", () => {
  it("never lets a source-protected record leave whole, and a restricted one with those only who read all", () => {
    const marks = Object.fromEntries(roles.map((role) => [role, openMarksOf(scopeOf(anActor(role)))]));
    for (const open of Object.values(marks)) expect(open).not.toContain("S3_SOURCE_PROTECTED");
    expect(Object.entries(marks).filter(([, open]) => open.includes("S2_RESTRICTED")).map(([role]) => role)).toEqual(["REVIEWER", "AUDITOR"]);
  });

  it("shows everybody's exports to auditors and administrators, and their own to the others", () =>
    expect(Object.fromEntries(roles.map((role) => [role, exportLogScopeOf(anActor(role)).actorId]))).toEqual({ VIEWER: 99, ANALYST: 99, REVIEWER: 99, AUDITOR: undefined, ADMIN: undefined }));
});

describe("what is asked for", () => {
  it("takes the list's order only where it is named", () => {
    const order = (query: string) => {
      const parsed = exportFilterFromSearchParams(new URLSearchParams(query));
      return parsed.ok ? parsed.value.order : parsed.refusal.kind;
    };
    expect(["", "sort=", "sort=occurred", "sort=-occurred", "sort=title"].map(order)).toEqual(["record", "record", "occurred", "-occurred", "invalid"]);
  });

  it("finds its way back into the log, and takes no other cursor", () => {
    const place = { startedAt: "2026-11-24T12:00:00.000Z", id: facts().id };
    expect(exportCursorOf(exportCursorText(place))).toEqual(place);
    for (const text of ["", "x", btoa("a b"), btoa(`${place.startedAt} 5`)]) expect(exportCursorOf(text)).toBeUndefined();
  });

  it("has a name, a suffix and a media type for each format", () =>
    expect(new Set(exportFormatCodes.map((code) => exportFormatOf(code).suffix)).size).toBe(exportFormatCodes.length));
});

describe("lines that gather", () => {
  it("end as RFC 4180 says, however many there are", () => {
    const lines = new LineBuffer();
    const long = "x".repeat(3_000_000);
    for (const text of ["a,b", long, "ž", long]) lines.addLine(Buffer.from(`${text}\n`));
    lines.addText("last\r\n");
    expect(lines.count).toBe(5);
    expect(lines.bytes().toString()).toBe(`a,b\r\n${long}\r\nž\r\n${long}\r\nlast\r\n`);
  });
});
