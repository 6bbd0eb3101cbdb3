import type { RowReason, RowResult } from "../domain/row";

/** Columns in front of the file's own. Names that no reader of ours takes for one of its columns, so that the mended file can be brought in as it is. */
export const errorColumns = ["import_record", "import_result", "import_column", "import_value", "import_reason"] as const;

type Row = { record: number; result: RowResult; reasons: readonly RowReason[]; cells: Readonly<Record<string, string>> };

const apart = " | ";

/** A row of the error file: which record, what is wrong with which cell, and the record's own cells as they stood. */
export function errorRow({ record, result, reasons, cells }: Row, headers: readonly string[]): (string | number | null)[] {
  const said = (read: (reason: RowReason) => string | null): string => reasons.map((reason) => read(reason) ?? "").join(apart);
  return [record, result, said(({ column }) => column), said(({ value }) => value), said(({ code, message }) => `${code}: ${message}`), ...headers.map((header) => cells[header] ?? null)];
}

/** The first row of the error file. */
export const errorHeader = (headers: readonly string[]): string[] => [...errorColumns, ...headers];
