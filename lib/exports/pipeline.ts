import type { ExportFormat } from "@/lib/codelists/export-format";
import { csvText } from "@/lib/server/csv-text";
import { truceColumns } from "./domain";
import { featureOf } from "./geojson/domain";
import { hxlTags } from "./hxl/domain";
import type { Manifest } from "./manifest/domain";
import type { Reading } from "./reading/queries";
import type { Page } from "./rows/queries";
import { toXlsx } from "./xlsx/pipeline";

/** A part of a file with how many records end in it. */
export type Piece = { bytes: Uint8Array; rows: number; redacted: number };
type Encoder = (reading: Reading, manifest: Manifest) => AsyncGenerator<Piece>;

const encoded = (text: string, { rows = 0, redacted = 0 } = {}): Piece => ({ bytes: Buffer.from(text), rows, redacted });

/** Each page while the one before it is on its way out: the database and the reader's network work at the same time. */
async function* ahead<T>(pages: readonly Page[], read: (page: Page) => Promise<T>): AsyncGenerator<T> {
  let next: Promise<T> | undefined;
  const begin = (page: Page | undefined): Promise<T> | undefined => {
    const begun = page === undefined ? undefined : read(page);
    // What fails is told where it is awaited, not before.
    begun?.catch(() => undefined);
    return begun;
  };
  next = begin(pages[0]);
  for (const following of [...pages.slice(1), undefined]) {
    if (next === undefined) return;
    const page = await next;
    next = begin(following);
    yield page;
  }
}

async function* lines(head: string, reading: Reading): AsyncGenerator<Piece> {
  yield encoded(head);
  yield* ahead(reading.pages, reading.shelf.csv);
}

async function* geojson(reading: Reading, manifest: Manifest): AsyncGenerator<Piece> {
  yield encoded(`{"type":"FeatureCollection","truceLedger":${JSON.stringify(manifest)},"features":[`);
  let before = "\n";
  for await (const leaves of ahead(reading.pages, reading.shelf.leaves)) {
    yield encoded(before + leaves.map((leaf) => JSON.stringify(featureOf(leaf))).join(",\n"), tally(leaves));
    before = ",\n";
  }
  yield encoded("\n]}\n");
}

async function* ndjson(reading: Reading): AsyncGenerator<Piece> {
  for await (const leaves of ahead(reading.pages, reading.shelf.leaves)) yield encoded(leaves.map(({ view }) => `${JSON.stringify(view)}\n`).join(""), tally(leaves));
}

async function* xlsx(reading: Reading, manifest: Manifest): AsyncGenerator<Piece> {
  const parts = ahead(reading.pages, async (page) => {
    const leaves = await reading.shelf.leaves(page);
    return { rows: leaves.map(({ row }) => row), redacted: tally(leaves).redacted };
  });
  yield* toXlsx(parts, manifestCells(manifest));
}

const tally = (leaves: readonly { view: { redacted: boolean } }[]): { rows: number; redacted: number } => ({ rows: leaves.length, redacted: leaves.filter(({ view }) => view.redacted).length });

const manifestCells = (manifest: Manifest): [string, string][] => Object.entries(manifest).map(([name, value]) => [name, typeof value === "string" ? value : JSON.stringify(value)]);

/** The file of each format, piece by piece; memory is flat in the number of records. */
export const encoders: Record<ExportFormat, Encoder> = {
  csv: (reading) => lines(csvText([truceColumns]), reading),
  hxl: (reading) => lines(csvText([truceColumns, truceColumns.map((column) => hxlTags[column])]), reading),
  xlsx,
  geojson,
  ndjson,
};
