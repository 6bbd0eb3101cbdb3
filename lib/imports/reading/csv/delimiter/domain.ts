import { headersKnown } from "../../../domain/columns";
import { formats } from "../../../formats/domain";
import { columnOfTag, isTagRow, tagRowWithin } from "../../../formats/hxl/domain";
import type { Shown } from "../../plan/domain";
import { csvScanner, type RawRecord } from "../domain";

export const delimiters = [",", ";", "\t", "|"] as const;
const nameOf: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };
export const delimiterName = (delimiter: string): string => nameOf[delimiter] ?? `“${delimiter}”`;

type Candidate = { readonly delimiter: string; readonly known: number; readonly width: number; readonly evenness: number };

/** How many of our columns a row names, as headers of any format or as tags. */
function columnsNamed(cells: readonly string[]): number {
  if (isTagRow(cells)) return cells.filter((cell) => columnOfTag(cell) !== undefined).length;
  return Math.max(...Object.values(formats).map(({ vocabulary }) => headersKnown(cells, vocabulary)));
}

function weigh(delimiter: string, text: string): Candidate {
  const scanner = csvScanner(delimiter);
  const records: RawRecord[] = [...scanner.push(text), ...scanner.end()].filter(({ fault }) => fault === undefined).slice(0, 200);
  const top = records.slice(0, tagRowWithin);
  const header = top.find(({ cells }) => isTagRow(cells)) ?? top[0];
  const width = header?.cells.length ?? 0;
  const even = records.filter(({ cells }) => cells.length === width).length;
  return { delimiter, known: header ? columnsNamed(header.cells) : 0, width, evenness: records.length === 0 ? 0 : even / records.length };
}

/** Most cells of records that are as wide as their header: where none of the headers is known, the shape alone can tell. */
const evenEnough = 0.9;

/**
 * The delimiter of a text, told by which of them makes headers that are known; else by which makes records of one width. Where two do
 * as well, it is asked.
 */
export function delimiterOf(text: string): Shown<string> {
  const candidates = delimiters.map((delimiter) => weigh(delimiter, text));
  const most = Math.max(...candidates.map(({ known }) => known));
  const knowing = candidates.filter(({ known, width }) => known === most && (most > 0 ? width > 1 || most === 1 : false));
  const widest = Math.max(0, ...knowing.map(({ width }) => width));
  const best = most > 0 ? knowing.filter(({ width }) => width === widest) : candidates.filter(({ width, evenness }) => width > 1 && evenness >= evenEnough);
  const [only, other] = best;
  if (only === undefined || widest === 1) return { value: "," };
  if (other !== undefined)
    return { value: only.delimiter, question: { choice: "delimiter", code: "delimiter_undecidable", message: `Cells may be parted by ${best.map(({ delimiter }) => delimiterName(delimiter)).join(" or ")}. Which is it?`, options: best.map(({ delimiter }) => delimiter) } };
  return only.delimiter === "," ? { value: "," } : { value: only.delimiter, note: { code: "delimiter_detected", message: `Cells are parted by a ${delimiterName(only.delimiter)}.` } };
}

/** The delimiter that a spreadsheet wrote into a first line of its own (`sep=;`). */
export const declaredDelimiter = (text: string): string | undefined => /^(?:"?)sep=(.)(?:"?)\r?(?:\n|$)/i.exec(text)?.[1];
/** Whether a record is that first line: it holds nothing of the table. */
export const isDelimiterLine = ({ cells }: RawRecord): boolean => cells.length <= 2 && /^sep=/i.test(cells[0] ?? "");
