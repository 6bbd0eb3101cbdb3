import type { RawRecord } from "../../csv/domain";
import type { Archive } from "../archive/pipeline";
import { columnOfReference, textOfNumber } from "../cells/domain";
import type { Workbook } from "../workbook/pipeline";
import { BrokenXml, parseXml, type XmlHandlers } from "../xml/pipeline";

/** Columns beyond these are not read: no table of incidents has so many. */
const mostColumns = 1024;
const mostCharacters = 12 * 1024 * 1024;

type Cell = { column: number; type: string; style: number; text: string };

/** The rows of a sheet as records, in batches; empty rows are none. A sheet that breaks off ends with a record that says so. */
export async function* sheetRecords(archive: Archive, part: string, workbook: Workbook): AsyncGenerator<RawRecord[]> {
  const rows: RawRecord[] = [];
  try {
    for await (const _piece of parseXml(archive.open(part), rowReader(workbook, rows))) {
      if (rows.length > 0) yield rows.splice(0);
    }
  } catch (error) {
    if (!(error instanceof BrokenXml)) throw error;
    yield [...rows, { cells: [], fault: { code: "malformed_xml", raw: "" } }];
  }
}

function rowReader(workbook: Workbook, rows: RawRecord[]): XmlHandlers {
  let cells: string[] = [];
  let cell: Cell | undefined;
  let isValue = false;
  let isReading = false;
  return {
    open(name, attributes) {
      if (name === "row") cells = [];
      if (name === "c") cell = { column: columnOfReference(attributes["r"]) ?? cells.length, type: attributes["t"] ?? "n", style: Number(attributes["s"] ?? 0), text: "" };
      if (name === "rPh") isReading = true;
      isValue = !isReading && (name === "v" || name === "t");
    },
    text(text) {
      if (cell && isValue && cell.text.length < mostCharacters) cell.text += text;
    },
    close(name) {
      isValue = false;
      if (name === "rPh") isReading = false;
      if (name === "c" && cell) place(cells, cell, workbook);
      if (name === "row" && cells.some((text) => text !== "")) rows.push({ cells });
    },
  };
}

function place(cells: string[], cell: Cell, workbook: Workbook): void {
  if (cell.column >= mostColumns) return;
  while (cells.length < cell.column) cells.push("");
  cells[cell.column] = textOf(cell, workbook);
}

/** What a cell shows: the result of a formula, never the formula. Days are plain days and pass through no zone. */
function textOf({ type, style, text }: Cell, { texts, kinds, epoch }: Workbook): string {
  if (type === "s") return texts[Number(text)] ?? "";
  if (type === "b") return text === "1" ? "TRUE" : "FALSE";
  return type === "n" && text !== "" ? textOfNumber(text, kinds[style] ?? "number", epoch) : text;
}
