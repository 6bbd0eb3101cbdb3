import { stringify } from "csv-stringify/sync";
import { type Cell, safeCell } from "@/lib/exports/domain";

/** Rows as CSV text (RFC 4180), each ended by CR LF, cells that a spreadsheet would run made harmless. The header is a row like the others. */
export const csvText = (rows: readonly (readonly Cell[])[]): string => stringify(rows.map((row) => row.map(safeCell)), { record_delimiter: "windows", quoted_match: /[\r\n]/ });
