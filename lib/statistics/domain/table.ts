import type { Counted, Dimension } from "./dimension";

/** Records counted by two things: a line for each value of the one, a cell for each value of the other. */
export type Crossed = { readonly columns: readonly string[]; readonly lines: readonly { readonly value: string; readonly cells: readonly number[]; readonly sum: number }[]; readonly most: number };

type Cross = { readonly line: Dimension; readonly column: Dimension; /** The columns there are, in order; those that occur where none are named. */ readonly columns?: readonly string[] | undefined; /** What a value of the column is counted under. */ readonly columnOf?: ((value: string) => string) | undefined };

/** Lines in the order of their values: no line leads because of how much was reported. */
export function crossed(groups: readonly Counted[], { line, column, columns, columnOf = (value) => value }: Cross): Crossed {
  const occurring = columns ?? [...new Set(groups.map(({ key }) => columnOf(key[column] ?? "")))].sort();
  const cellsOf = new Map<string, number[]>();
  for (const { key, count } of groups) {
    const at = occurring.indexOf(columnOf(key[column] ?? ""));
    const cells = cellsOf.get(key[line] ?? "") ?? occurring.map(() => 0);
    if (at >= 0) cells[at] = (cells[at] ?? 0) + count;
    cellsOf.set(key[line] ?? "", cells);
  }
  const lines = [...cellsOf].map(([value, cells]) => ({ value, cells, sum: cells.reduce((sum, count) => sum + count, 0) })).filter(({ sum }) => sum > 0);
  return { columns: occurring, lines: lines.sort((a, b) => (a.value < b.value ? -1 : 1)), most: Math.max(0, ...lines.flatMap(({ cells }) => cells)) };
}

/** Counts by one thing alone, out of counts by more. Not for what a record may bear several of. */
export function summedBy(groups: readonly Counted[], name: Dimension): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { key, count } of groups) sums.set(key[name] ?? "", (sums.get(key[name] ?? "") ?? 0) + count);
  return sums;
}
