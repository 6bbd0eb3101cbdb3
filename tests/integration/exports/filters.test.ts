// Every filter of the list, every role, every format: the file holds the list's records, in its order, and as many as were counted.
import ExcelJS from "exceljs";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { ExportFormat } from "@/lib/codelists/export-format";
import { type TruceColumn, truceColumns } from "@/lib/exports/domain";
import { countLeaving } from "@/lib/exports/reading/queries";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { scopeOf } from "@/lib/incidents/policy";
import { countIncidents, listIncidents } from "@/lib/incidents/queries";
import { filterFromSearchParams, type IncidentFilter } from "@/lib/incidents/schema";
import type { Actor } from "@/lib/kernel/actor";
import { unguardFormula } from "@/lib/kernel/formula-text";
import { fillDatabase } from "@/lib/synth/service";
import { theAccount } from "../../support/accounts";
import type { DemoAccount } from "../../support/api";
import { exportedBytes, exportedText } from "../../support/exported";
import { must } from "../../support/incident-world";
import { loadReferenceData } from "../../support/reference-data";

const accounts: readonly DemoAccount[] = ["viewer", "analyst", "analyst2", "reviewer", "auditor", "admin"];
const queries = [
  "sort=-occurred", "sort=occurred", "type=CH01&type=CH04&sort=-occurred", "unit=AZE-1739&sort=occurred", "party=AZ&sort=-occurred", "obligation=NK2020-1a&sort=-occurred", "q=mortar&sort=-occurred", "q=Khramort+-mortar&sort=occurred",
  "bbox=45,39,47.5,41&sort=-occurred", "verification=V1_CLAIM&sort=-occurred", "workflow=DRAFT&workflow=RETRACTED&sort=occurred", "from=2021-03-01&sort=-occurred", "to=2021-12-31&sort=-occurred",
  "from=2021-01-01&to=2024-12-31&type=CH01&party=AZ&workflow=PUBLISHED&sort=-occurred",
];

beforeAll(async () => {
  await loadReferenceData();
  must(await fillDatabase({ incidents: 250, seed: 13, isDemo: true, isForced: false, ownerUrl: process.env["DATABASE_URL"] ?? "", report: () => undefined }));
});

/** The references of the list, page by page as the screen turns them. */
async function listed(actor: Actor, filter: IncidentFilter): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await listIncidents(scopeOf(actor), { ...filter, limit: 100, cursor });
    found.push(...page.items.map(({ reference }) => reference));
    cursor = page.nextCursor;
  }
  return found;
}

const shown = (value: ExcelJS.CellValue): string => (value instanceof Date ? value.toISOString().slice(0, 10) : value === null || value === undefined ? "" : String(value as string | number));

/** The rows of a file of cells, below its head. */
async function rowsOf(actor: Actor, format: "csv" | "hxl" | "xlsx", query: string): Promise<string[][]> {
  if (format !== "xlsx") return (parse(await exportedText(actor, format, query)) as string[][]).slice(format === "csv" ? 1 : 2).map((row) => row.map(unguardFormula));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(await exportedBytes(actor, "xlsx", query)).buffer);
  const rows: string[][] = [];
  book.getWorksheet("Records")?.eachRow({ includeEmpty: true }, (row) => rows.push(truceColumns.map((_, index) => shown(row.getCell(index + 1).value))));
  return rows.slice(1);
}

const cell = (row: readonly string[], column: TruceColumn): string => row[truceColumns.indexOf(column)] ?? "";
const ofRow = (row: readonly string[]): string[] => [cell(row, "title"), cell(row, "event_date"), cell(row, "event_type"), cell(row, "verification"), cell(row, "workflow")];
const ofView = (view: IncidentView): string[] => [view.title, view.occurred.start, view.type, view.verification, view.workflow];

const features = async (actor: Actor, query: string): Promise<string[]> => (JSON.parse(await exportedText(actor, "geojson", query)) as { features: { id: string }[] }).features.map(({ id }) => id);
const lines = async (actor: Actor, format: ExportFormat, query: string): Promise<IncidentView[]> => (await exportedText(actor, format, query)).split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as IncidentView);

describe.each(queries)("%s", (query) => {
  it.each(accounts)("gives the %s in each file what the list shows", async (name) => {
    const actor = await theAccount(name);
    const filter = must(filterFromSearchParams(new URLSearchParams(query)));
    const expected = await listed(actor, filter);
    const [{ count }, { rows, restricted }] = await Promise.all([countIncidents(scopeOf(actor), filter), countLeaving(scopeOf(actor), filter)]);
    expect([count, rows, restricted]).toEqual([expected.length, expected.length, 0]);
    const views = await lines(actor, "ndjson", query);
    expect(views.map(({ reference }) => reference)).toEqual(expected);
    expect(await features(actor, query)).toEqual(expected);
    for (const format of ["csv", "hxl", "xlsx"] as const) expect((await rowsOf(actor, format, query)).map(ofRow)).toEqual(views.map(ofView));
  });
});

it("asks of these records what each filter tells apart", async () => {
  const actor = await theAccount("reviewer");
  const all = (await listed(actor, must(filterFromSearchParams(new URLSearchParams("sort=-occurred"))))).length;
  for (const query of queries.slice(2)) {
    const some = (await listed(actor, must(filterFromSearchParams(new URLSearchParams(query))))).length;
    expect([query, some > 0 && some < all]).toEqual([query, true]);
  }
});
