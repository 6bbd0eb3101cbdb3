import type { Snapshot } from "@/lib/db/snapshot";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { type IncidentScope, redactForExport } from "@/lib/incidents/policy";
import { readRecordsAt } from "@/lib/incidents/record/rows/queries";
import { placeLabel, type PlaceNameForm } from "@/lib/places/domain";
import { csvText } from "@/lib/server/csv-text";
import { type Cell, type SourceFacts, sourceOf, truceColumns, truceRow, type TruceRow } from "../domain";
import { openMarksOf } from "../policy";
import { LineBuffer } from "../rows/domain";
import { copyTruceRows, listLeftToPolicy, type Page } from "../rows/queries";

/** A record as the reader may take it out, with its row. */
export type Leaf = { view: IncidentView; row: TruceRow };
export type CsvPage = { bytes: Buffer; rows: number; redacted: number };

/** Reads the records of a page in one of two ways that give the same: as views, or as lines that the database writes. */
export type Shelf = {
  leaves: (page: Page) => Promise<Leaf[]>;
  csv: (page: Page) => Promise<CsvPage>;
};

/** Names of places, units and speakers are short lists, read once for a whole file. */
export async function openShelf(snapshot: Snapshot, scope: IncidentScope): Promise<Shelf> {
  const units = new Map((await snapshot.query<{ code: string; name: string }>("SELECT code, name FROM unit")).map(({ code, name }) => [code, name]));
  const facts = { placeLabels: await placeLabels(snapshot), openMarks: openMarksOf(scope) };
  const leavesOf = async (ids: readonly number[]): Promise<Leaf[]> => {
    const views = (await readRecordsAt(snapshot, ids)).map((record) => redactForExport(scope, record));
    const sources = await sourceFacts(snapshot, views.flatMap((view) => sourceOf(view) ?? []));
    return views.map((view) => {
      const source = sourceOf(view);
      return { view, row: truceRow(view, { unitName: view.place.unit === null ? null : (units.get(view.place.unit) ?? null), source: source === null ? null : (sources.get(source) ?? null) }) };
    });
  };
  return {
    leaves: ({ ids }) => leavesOf(numbersIn(ids)),
    csv: async (page) => {
      const left = await listLeftToPolicy(snapshot, page, facts);
      const leaves = await leavesOf(left.map(({ id }) => id));
      // Numbered within the page from here on, not within what was left to policy.
      const others = leaves.map(({ view, row }, index) => ({ place: left[index]?.place ?? 0, row, isRedacted: view.redacted }));
      return writtenPage(others, (onRow) => copyTruceRows(snapshot, { page, facts, onRow }));
    },
  };
}

/** The numbers in an array as PostgreSQL writes it. */
const numbersIn = (ids: string): number[] => ids.slice(1, -1).split(",").map(Number);

type Other = { place: number; row: TruceRow; isRedacted: boolean };

/** The page's lines in its order: those of the database, with the others put in at their places. */
async function writtenPage(others: readonly Other[], copy: (onRow: (place: number, line: Buffer) => void) => Promise<void>): Promise<CsvPage> {
  const lines = new LineBuffer();
  let next = 0;
  const addOthers = (before: number): void => {
    for (let other = others[next]; other && other.place < before; other = others[++next]) lines.addText(csvText([cellsOf(other.row)]));
  };
  await copy((place, line) => {
    addOthers(place);
    lines.addLine(line);
  });
  addOthers(Number.POSITIVE_INFINITY);
  return { bytes: lines.bytes(), rows: lines.count, redacted: others.filter(({ isRedacted }) => isRedacted).length };
}

const cellsOf = (row: TruceRow): Cell[] => truceColumns.map((column) => row[column]);

async function placeLabels(snapshot: Snapshot): Promise<Map<number, string>> {
  const rows = await snapshot.query<{ id: number; names: PlaceNameForm[] }>(
    "SELECT place_id AS id, json_agg(json_build_object('lang', lang, 'script', script, 'usage', usage, 'form', form) ORDER BY id) AS names FROM place_name GROUP BY place_id",
  );
  return new Map(rows.map(({ id, names }) => [id, placeLabel(names)]));
}

async function sourceFacts(snapshot: Snapshot, ids: readonly number[]): Promise<Map<number, SourceFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await snapshot.query<SourceFacts & { id: number }>('SELECT id, url, publisher, published_on AS "publishedOn", reliability FROM source WHERE id = ANY ($1::int[])', [[...new Set(ids)]]);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
