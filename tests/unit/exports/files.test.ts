import { describe, expect, it } from "vitest";
import { exportFormatCodes, exportFormatOf } from "@/lib/codelists/export-format";
import { protectedFieldCodes } from "@/lib/codelists/protected-field";
import { columnCells, columnDocs, dictionaryCells, dictionaryColumns, dictionaryMarkdown, dictionaryParts, dictionaryRows, listsOf, shapeOf } from "@/lib/exports/dictionary/domain";
import { featureDocs } from "@/lib/exports/dictionary/feature/domain";
import { dictionaryLists } from "@/lib/exports/dictionary/lists/domain";
import { recordPathDocs } from "@/lib/exports/dictionary/record/domain";
import { truceColumns, truceRow } from "@/lib/exports/domain";
import { featureOf } from "@/lib/exports/geojson/domain";
import { exportCursorOf, exportCursorText } from "@/lib/exports/log/schema";
import { type ExportFacts, manifestOf } from "@/lib/exports/manifest/domain";
import { exportLogScopeOf, filterShown, openMarksOf } from "@/lib/exports/policy";
import { LineBuffer } from "@/lib/exports/rows/domain";
import { exportFilterFromSearchParams } from "@/lib/exports/schema";
import { scopeOf } from "@/lib/incidents/policy";
import { roles } from "@/lib/kernel/actor";
import { aMention, anActor, anObservation, aView } from "../../support/incident-builders";

const facts = (over: Partial<ExportFacts> = {}): ExportFacts => ({
  id: "16271d80-4fa3-4e56-a9f2-70f3cf10afcb", format: "csv", fileName: "f.csv", filter: {}, role: "VIEWER", asOf: new Date("2026-11-24T12:00:00Z"), schemaVersion: "truce-csv/1", columns: truceColumns,
  rowsExpected: 10, rowsSent: 0, rowsRedacted: 0, rowsRestricted: 2, auditHead: null, startedAt: new Date("2026-11-24T12:00:01Z"), outcome: null, endedAt: null, bytes: null, sha256: null, ...over,
});

/** The path of every value, as the dictionary writes it. */
function pathsOf(value: unknown, at = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => (typeof one === "object" ? pathsOf(one, `${at}[]`) : []));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, below]) => [at === "" ? name : `${at}.${name}`, ...pathsOf(below, at === "" ? name : `${at}.${name}`)]);
}

const fullView = aView({ evidence: [aMention()], notice: { reason: "r", replacedBy: null, at: null }, protectedFields: Object.fromEntries(protectedFieldCodes.map((field) => [field, "S1_INTERNAL"])) });

describe("the dictionary", () => {
  it("tells of every column, in the order of the file, with the codes that may stand in it", () => {
    const rows = dictionaryRows();
    expect(rows.filter((row) => row.files === "csv, hxl, xlsx, geojson").map((row) => row.column)).toEqual([...truceColumns]);
    const codes = rows.filter((row) => row.list === "verification" && row.code !== "").map((row) => row.code);
    expect(codes).toEqual(dictionaryLists.verification.map((entry) => entry.code));
    expect(dictionaryCells()[0]).toEqual([...dictionaryColumns]);
    for (const { type, list } of Object.values(columnDocs)) expect(list === undefined).toBe(type !== "code");
    expect(columnCells().slice(1).every(([files]) => files === "csv, hxl, xlsx, geojson" || files === "")).toBe(true);
  });

  it("tells of every property of a feature and of every field of a line of NDJSON, and of nothing else", () => {
    const feature = featureOf({ view: fullView, row: truceRow(fullView, { unitName: null, source: null }) });
    expect(new Set(Object.keys(feature.properties))).toEqual(new Set(shapeOf("geojson").columns));
    expect(new Set([...Object.keys(columnDocs), ...Object.keys(featureDocs)])).toEqual(new Set(shapeOf("geojson").columns));
    expect(new Set(pathsOf(fullView))).toEqual(new Set(Object.keys(recordPathDocs)));
    expect(Object.keys(fullView).toSorted()).toEqual([...shapeOf("ndjson").columns].toSorted());
  });

  it("has a list for every code, and no list that no name has", () => {
    expect(new Set(listsOf(dictionaryParts))).toEqual(new Set(Object.keys(dictionaryLists)));
    for (const { docs } of dictionaryParts) for (const [, { meaning }] of docs) expect(meaning).toMatch(/^[A-Z].*\.$/);
  });

  it("is a page of tables in Markdown", () => {
    const text = dictionaryMarkdown();
    for (const name of [...truceColumns, ...Object.keys(recordPathDocs)]) expect(text).toContain(`| \`${name}\` |`);
    expect(text).toContain("## Codes: event_type");
    for (const line of text.split("\n").filter((row) => row.startsWith("| `event_"))) expect(line.replaceAll("\\|", "").split("|")).toHaveLength(7);
  });
});

describe("a manifest", () => {
  it("gives a digest to complete files alone, and says what else there is", () => {
    expect(manifestOf(facts())).toMatchObject({ state: "unfinished", file: { rows: 10, sha256: null }, withheld: [{ records: null }, { records: 2 }] });
    expect(manifestOf(facts({ outcome: "BROKEN_OFF", rowsSent: 4 }))).toMatchObject({ state: "broken-off", file: { sha256: null } });
    expect(manifestOf(facts({ outcome: "COMPLETE", rowsSent: 10, rowsRedacted: 3, sha256: "a".repeat(64), bytes: 5 }))).toMatchObject({ state: "complete", file: { rows: 10, bytes: 5 }, withheld: [{ records: 3 }, { records: 2 }] });
  });

  it("says what the format can't hold", () => {
    const notes = (format: ExportFacts["format"]) => manifestOf(facts({ format })).notes.join(" ");
    for (const format of exportFormatCodes) expect([format, notes(format).includes("NDJSON")]).toEqual([format, format !== "ndjson"]);
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

  it("tells what a map needs of claims, counts and observations, and nothing where two have no common one", () => {
    const properties = (observations: ReturnType<typeof anObservation>[]) => {
      const view = aView({ observations, casualties: [], claims: [], withheld: ["quotes", "narrative"] });
      return featureOf({ view, row: truceRow(view, { unitName: null, source: null }) }).properties;
    };
    const seen = anObservation({ weapon: "MORTAR", weaponCalibreMm: 82, observerPlace: "=post", bearing16: "NE", distanceKmLow: 1, distanceKmHigh: 2.5 });
    expect(properties([seen])).toMatchObject({ weapon: "MORTAR", weapon_calibre_mm: 82, observer_place: "=post", bearing: "NE", distance_km_low: 1, distance_km_high: 2.5, withheld: "narrative;quotes" });
    expect(properties([seen, anObservation()])).toMatchObject({ weapon: "MORTAR", weapon_calibre_mm: null, observer_place: null, bearing: null, distance_km_low: null, distance_km_high: null });
  });

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

  it("tells the words of somebody's filter to themselves and to an auditor, and to others only that there were words", () => {
    const asked = { actorId: 5, filter: { q: ["secret words"], bbox: ["1,2,3,4"], type: ["CH04"] } };
    const shown = Object.fromEntries(roles.map((role) => [role, filterShown(exportLogScopeOf(anActor(role)), asked)]));
    expect(shown["AUDITOR"]).toEqual(asked.filter);
    for (const role of ["VIEWER", "ANALYST", "REVIEWER", "ADMIN"]) expect(shown[role]).toEqual({ q: ["withheld"], bbox: ["withheld"], type: ["CH04"] });
    expect(filterShown(exportLogScopeOf(anActor("ADMIN")), { ...asked, actorId: 99 })).toEqual(asked.filter);
  });
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
