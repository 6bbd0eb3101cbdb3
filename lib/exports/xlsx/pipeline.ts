import { once } from "node:events";
import { PassThrough } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";
import ExcelJS from "exceljs";
import { type Cell, type TruceColumn, truceColumns, type TruceRow, unmistakable } from "../domain";
import { columnCells, columnDocs } from "../dictionary/domain";

/** Excel ends here; the header is one of them. */
const rowsOfSheet = 1_048_576;

export type XlsxPart = { rows: TruceRow[]; redacted: number };
export type XlsxPiece = { bytes: Uint8Array; rows: number; redacted: number };
type Sheet = ReturnType<ExcelJS.stream.xlsx.WorkbookWriter["addWorksheet"]>;

const widths: Partial<Record<TruceColumn, number>> = { title: 50, narrative: 60, location_name: 28, source_url: 30, source_publisher: 24 };

/** A day as Excel keeps one: its own midnight, in no zone. Text of any kind is kept as text, which no spreadsheet runs. */
function cellOf(column: TruceColumn, value: Cell): Cell | Date {
  return columnDocs[column].type === "date" && typeof value === "string" ? new Date(`${value}T00:00:00Z`) : value === "" ? null : unmistakable(value);
}

/**
 * Rows as a workbook with typed cells: the records, what each column means, and the manifest as far as it is known before the
 * end. It is written while it is read; memory is flat in the number of rows.
 */
export async function* toXlsx(parts: AsyncIterable<XlsxPart>, manifest: readonly (readonly [string, string])[]): AsyncGenerator<XlsxPiece> {
  const out = new PassThrough({ highWaterMark: 1 << 22 });
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false });
  const drained = (): Uint8Array => (out.read() as Buffer | null) ?? new Uint8Array();
  let sheet = recordSheet(book, 1);
  let number = 1;
  let left = rowsOfSheet - 1;
  for await (const { rows, redacted } of parts) {
    for (const row of rows) {
      if (left-- === 0) {
        sheet.commit();
        sheet = recordSheet(book, ++number);
        left = rowsOfSheet - 2;
      }
      sheet.addRow(truceColumns.map((column) => cellOf(column, row[column]))).commit();
    }
    // The compressor works between the turns of the event loop.
    await turn();
    yield { bytes: drained(), rows: rows.length, redacted };
  }
  sheet.commit();
  plainSheet(book, "Dictionary", columnCells());
  plainSheet(book, "Manifest", [["name", "value"], ...manifest]);
  const finished = once(out, "end");
  const committed = book.commit();
  for await (const chunk of out) yield { bytes: chunk as Buffer, rows: 0, redacted: 0 };
  await Promise.all([committed, finished]);
}

function recordSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, number: number): Sheet {
  const sheet = book.addWorksheet(number === 1 ? "Records" : `Records ${number}`, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = truceColumns.map((column) => ({ header: column, width: widths[column] ?? 14, style: columnDocs[column].type === "date" ? { numFmt: "yyyy-mm-dd" } : {} }));
  return sheet;
}

function plainSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, name: string, rows: readonly (readonly Cell[])[]): void {
  const sheet = book.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  for (const row of rows) sheet.addRow([...row]).commit();
  sheet.commit();
}
