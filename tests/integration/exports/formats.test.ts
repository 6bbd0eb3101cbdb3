import { createHash } from "node:crypto";
import ExcelJS from "exceljs";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { exportFormatCodes } from "@/lib/codelists/export-format";
import { truceColumns } from "@/lib/exports/domain";
import { unguardFormula } from "@/lib/kernel/formula-text";
import { findExport, listExports } from "@/lib/exports/log/queries";
import { manifestOf } from "@/lib/exports/manifest/domain";
import { exportLogScopeOf } from "@/lib/exports/policy";
import { logIncident } from "@/lib/incidents/service";
import { countIncidents } from "@/lib/incidents/queries";
import { scopeOf } from "@/lib/incidents/policy";
import { filterFromSearchParams } from "@/lib/incidents/schema";
import { fillDatabase } from "@/lib/synth/service";
import { theAccount } from "../../support/accounts";
import { exportedBytes, exportedText, started } from "../../support/exported";
import { anIncidentInput, fixedNow } from "../../support/incident-builders";
import { must } from "../../support/incident-world";
import { loadReferenceData } from "../../support/reference-data";

type Feature = { type: string; id: string; geometry: { type: string; coordinates: number[] } | null; properties: Record<string, unknown> };
type Rows = Record<string, string>[];

const counted = async (name: Parameters<typeof theAccount>[0], query = ""): Promise<number> => (await countIncidents(scopeOf(await theAccount(name)), must(filterFromSearchParams(new URLSearchParams(query))))).count;

beforeAll(async () => {
  await loadReferenceData();
  await theAccount("viewer");
  must(await fillDatabase({ incidents: 300, seed: 3, isDemo: true, isForced: false, ownerUrl: process.env["DATABASE_URL"] ?? "", report: () => undefined }));
});

describe("the files", () => {
  it.each(["viewer", "analyst", "auditor"] as const)("hold for the %s as many records in every format as the list counts", async (name) => {
    const actor = await theAccount(name);
    const expected = await counted(name);
    const csv = parse(await exportedText(actor, "csv"), { columns: true }) as Rows;
    const hxl = parse(await exportedText(actor, "hxl"), { from_line: 3 }) as string[][];
    const geojson = JSON.parse(await exportedText(actor, "geojson")) as { features: Feature[] };
    const ndjson = (await exportedText(actor, "ndjson")).trimEnd().split("\n");
    expect([csv.length, hxl.length, geojson.features.length, ndjson.length]).toEqual([expected, expected, expected, expected]);
  });

  it("tag each HXL column once, dates as dates and counts as numbers", async () => {
    const [header, tags, ...rows] = parse(await exportedText(await theAccount("reviewer"), "hxl")) as string[][];
    expect(header).toEqual([...truceColumns]);
    expect(new Set(tags).size).toBe(truceColumns.length);
    for (const [index, tag] of (tags ?? []).entries()) {
      expect(tag).toMatch(/^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/);
      for (const row of rows) {
        const cell = row[index] ?? "";
        // The rules of the HXL schema: dates are dates (a source may give a year or a month), counts and degrees are numbers, and no cell has blanks around it.
        const shape = tag.startsWith("#date") ? /^(\d{4}(-\d{2}(-\d{2})?)?)?$/ : /^#(affected|indicator\+num|geo\+(lat|lon))/.test(tag) ? /^(-?\d+(\.\d+)?)?$/ : /^[^]*$/;
        expect(cell).toMatch(shape);
        expect(cell).toBe(cell.trim());
      }
    }
  });

  it("are GeoJSON with longitude first and no geometry where no point is known", async () => {
    const { type, features } = JSON.parse(await exportedText(await theAccount("reviewer"), "geojson")) as { type: string; features: Feature[] };
    expect(type).toBe("FeatureCollection");
    const views = new Map((await exportedText(await theAccount("reviewer"), "ndjson")).trimEnd().split("\n").map((line) => {
      const view = JSON.parse(line) as { reference: string; place: { lat: number | null; lon: number | null; precision: string } };
      return [view.reference, view.place] as const;
    }));
    for (const { type: kind, id, geometry, properties } of features) {
      const place = views.get(id);
      expect([kind, properties["reference"]]).toEqual(["Feature", id]);
      const isPointless = place?.lat === null || ["L7_COUNTRY", "L8_AIR_WATER", "L0_UNKNOWN"].includes(place?.precision ?? "");
      expect(geometry).toEqual(isPointless ? null : { type: "Point", coordinates: [place?.lon, place?.lat] });
    }
    expect(features.some(({ geometry }) => geometry === null)).toBe(true);
  });

  it("are a workbook with typed cells, the dictionary and the manifest, and the cells of the CSV", async () => {
    const actor = await theAccount("reviewer");
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(await exportedBytes(actor, "xlsx")).buffer);
    expect(book.worksheets.map((sheet) => sheet.name)).toEqual(["Records", "Dictionary", "Manifest"]);
    const sheet = book.getWorksheet("Records");
    const shown = (value: ExcelJS.CellValue): string => (value instanceof Date ? value.toISOString().slice(0, 10) : value === null || value === undefined ? "" : String(value as string | number));
    const rows: string[][] = [];
    sheet?.eachRow({ includeEmpty: true }, (row) => rows.push(truceColumns.map((_, index) => shown(row.getCell(index + 1).value))));
    const csv = parse(await exportedText(actor, "csv")) as string[][];
    expect(rows).toEqual(csv.map((row) => row.map((cell) => unguardFormula(cell))));
    const cell = (column: (typeof truceColumns)[number]) => sheet?.getRow(2).getCell(truceColumns.indexOf(column) + 1).value;
    expect([cell("event_date"), typeof cell("info_credibility"), typeof cell("title")]).toEqual([expect.any(Date), "number", "string"]);
    expect(JSON.stringify(book.getWorksheet("Manifest")?.getSheetValues())).toContain("truce-ledger-export/1");
  });
});

describe("the log of exports", () => {
  it.each(exportFormatCodes)("has the digest of every byte of a %s file once the last one was sent", async (format) => {
    const actor = await theAccount("analyst");
    const file = await started(actor, format, "type=CH01");
    const parts: Uint8Array[] = [];
    for await (const part of file.bytes) parts.push(part);
    const bytes = Buffer.concat(parts);
    const facts = await findExport(exportLogScopeOf(actor), file.id);
    expect(facts).toMatchObject({ outcome: "COMPLETE", bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), rowsSent: file.rows, rowsExpected: file.rows, filter: { type: ["CH01"], sort: ["record"] }, role: "ANALYST" });
    expect(facts && manifestOf(facts)).toMatchObject({ state: "complete", file: { rows: file.rows }, readAs: { role: "ANALYST" } });
  });

  it("marks as broken off what nobody read to its end, and ends the reading in the database", async () => {
    const actor = await theAccount("reviewer");
    const { id, bytes } = await started(actor, "ndjson");
    for await (const part of bytes) {
      expect(part.length).toBeGreaterThan(0);
      break;
    }
    expect(await findExport(exportLogScopeOf(actor), id)).toMatchObject({ outcome: "BROKEN_OFF", sha256: null });
    await expect.poll(async () => (await db().$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE application_name = 'truce-ledger export' AND state <> 'idle' AND datname = current_database()`).length).toBe(0);
  });

  it("lets the place of a reader who stands still go when the database ends the reading, and breaks the file off when they come back", async () => {
    const actor = await theAccount("reviewer");
    const standing = await Promise.all(Array.from({ length: 4 }, () => started(actor, "csv")));
    const iterators = standing.map(({ bytes }) => bytes[Symbol.asyncIterator]());
    for (const iterator of iterators) await iterator.next();
    // As `idle_in_transaction_session_timeout` does.
    await db().$queryRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'truce-ledger export' AND datname = current_database()`;
    expect((await exportedText(actor, "csv", "type=CH01")).length).toBeGreaterThan(100);
    for (const iterator of iterators) await expect(iterator.next()).rejects.toThrow(/terminat|closed|not queryable/i);
    for (const { id } of standing) expect(await findExport(exportLogScopeOf(actor), id)).toMatchObject({ outcome: "BROKEN_OFF", sha256: null });
  });

  it("marks as broken off what nobody began to read", async () => {
    const actor = await theAccount("reviewer");
    const { id, bytes } = await started(actor, "csv");
    await bytes[Symbol.asyncIterator]().return?.();
    expect(await findExport(exportLogScopeOf(actor), id)).toMatchObject({ outcome: "BROKEN_OFF", rowsSent: 0 });
  });

  it("shows everybody their own files, and auditors and administrators everybody's, page by page", async () => {
    const now = new Date();
    await exportedText(await theAccount("viewer"), "csv", "type=CH02");
    const listed = async (name: Parameters<typeof theAccount>[0]) => (await listExports(exportLogScopeOf(await theAccount(name)), { limit: 200 }, now)).items;
    expect(new Set((await listed("viewer")).map(({ by }) => by.id))).toEqual(new Set([(await theAccount("viewer")).userId]));
    expect((await listed("auditor")).length).toBeGreaterThan((await listed("viewer")).length);
    expect(await listed("admin")).toEqual(await listed("auditor"));
    const scope = exportLogScopeOf(await theAccount("auditor"));
    const pages: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await listExports(scope, { limit: 2, cursor }, now);
      pages.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual((await listed("auditor")).map(({ id }) => id));
    const [latest] = await listed("viewer");
    expect(await findExport(exportLogScopeOf(await theAccount("analyst2")), latest?.id ?? "")).toBeUndefined();
  });

  it.each(exportFormatCodes)("keeps what terms forbid to pass on out of a %s file, whoever asks, and says to its own team alone how many that are", async (format) => {
    const analyst = await theAccount("analyst");
    const { id } = must(await logIncident(analyst, anIncidentInput({ title: "Under terms", obligations: [] }), fixedNow));
    const listed = await counted("analyst", "workflow=DRAFT");
    await db().$executeRaw`UPDATE incident SET restriction = 'ACLED_TERMS' WHERE id = ${id}`;
    expect(await counted("analyst", "workflow=DRAFT")).toBe(listed);
    const restricted = await db().incident.count({ where: { restriction: { not: null } } });
    for (const name of ["analyst", "analyst2", "reviewer", "reviewer2", "auditor", "viewer"] as const) {
      const actor = await theAccount(name);
      // A VIEWER sees no drafts, of whichever team.
      const told = actor.teamId === analyst.teamId && actor.role !== "VIEWER" ? restricted : 0;
      const file = await started(actor, format, "workflow=DRAFT");
      for await (const _part of file.bytes) continue;
      expect([name, file.rows]).toEqual([name, (await counted(name, "workflow=DRAFT")) - told]);
      const facts = await findExport(exportLogScopeOf(actor), file.id);
      expect([name, facts && manifestOf(facts).withheld.at(-1)?.records]).toEqual([name, told]);
    }
    await db().$executeRaw`UPDATE incident SET restriction = NULL`;
  });

  it("keeps an entry as it is once it ended, whoever asks the database", async () => {
    await expect(db().$executeRaw`UPDATE export SET rows_sent = 0`).rejects.toThrow(/may only end, once/);
    await expect(db().$executeRaw`DELETE FROM export`).rejects.toThrow(/append-only/);
    await expect(db().$executeRaw`TRUNCATE export`).rejects.toThrow(/append-only/);
  });
});
