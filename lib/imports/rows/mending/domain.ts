import type { ImportFile, ImportPlan } from "../../domain/plan";

/** Cells are kept up to this length beside a row; a longer one is not there whole, and can't be mended in its place. */
export const keptCellLength = 2000;

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A file of one record: its cells as somebody mended them, under the headers of the file that it came from. */
export function mendedFile(headers: readonly string[], cells: Readonly<Record<string, string>>): ImportFile {
  const line = (texts: readonly string[]): string => `${texts.map(quoted).join(",")}\r\n`;
  const bytes = new TextEncoder().encode(line(headers) + line(headers.map((header) => cells[header] ?? "")));
  async function* open(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes);
  }
  return { name: "mended.csv", bytes: bytes.byteLength, path: "", open };
}

/** How such a file is read: as the plan says of the cells, and as our own text says of the bytes. */
export const planOfMended = (plan: ImportPlan): ImportPlan => ({ ...plan, container: "csv", encoding: "UTF-8", delimiter: ",", headerRecords: 1 });
