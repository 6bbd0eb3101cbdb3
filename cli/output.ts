/** Lines for people on standard output. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** One JSON document on standard output. */
export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** One line on standard error. */
export const complain = (line: string): void => void process.stderr.write(`${line.replaceAll(/\s+/g, " ").trim()}\n`);

const widthOf = (rows: readonly (readonly string[])[], column: number): number => Math.max(...rows.map((row) => row[column]?.length ?? 0));

/** Rows in aligned columns; the first row is the heading. */
export function printColumns(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) => widthOf(rows, column));
  for (const row of rows) print(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ").trimEnd());
}
