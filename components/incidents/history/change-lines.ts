import type { Changes, RowChange } from "@/lib/incidents/history/domain/changes";
import { isObject, type Json } from "@/lib/incidents/history/domain/json";
import { inReadingOrder } from "@/lib/incidents/history/domain/order";
import { labelOfField } from "../form/field-labels";

/** One line of the table: a field, or what stands above the fields of a row. */
export type ChangeLine =
  | { readonly kind: "field"; readonly key: string; readonly label: string; readonly name: string; readonly before: Json; readonly after: Json; /** Below the name of its row. */ readonly isInRow: boolean }
  | { readonly kind: "row"; readonly key: string; readonly label: string };

const place = (row: RowChange): number => row.to ?? row.from ?? 0;

const deeds: Record<RowChange["kind"], (row: RowChange) => string> = {
  added: () => "added",
  removed: () => "removed",
  changed: () => "changed",
  moved: ({ from, to }) => `moved from place ${(from ?? 0) + 1} to ${(to ?? 0) + 1}`,
};

const filled = (row: Json): string[] => (isObject(row) ? inReadingOrder(Object.keys(row)).filter((cell) => row[cell] !== null && row[cell] !== false && row[cell] !== "NONE") : []);
const cellOf = (row: Json, cell: string): Json => (isObject(row) ? (row[cell] ?? null) : null);

/** `statedOn` as "Stated on": the row's own name stands above its cells. */
function labelOfCell(list: string, cell: string): string {
  const label = labelOfField(`${list}[0].${cell}`).split(", ").at(-1) ?? cell;
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function linesOfRow(row: RowChange): ChangeLine[] {
  const { list, kind, before, after } = row;
  const key = `${list} ${kind} ${row.from} ${row.to}`;
  const label = labelOfField(`${list}[${place(row)}]`);
  // A list of plain values: the value is the row.
  if (kind !== "moved" && !isObject(before) && !isObject(after)) return [{ kind: "field", key, label, name: list, before, after, isInRow: false }];
  const cells = kind === "changed" ? row.fields.map(({ field }) => field) : kind === "moved" ? [] : filled(after ?? before);
  const fields = cells.map((cell) => ({
    kind: "field" as const, key: `${key} ${cell}`, label: labelOfCell(list, cell), name: `${list}.${cell}`, before: cellOf(before, cell), after: cellOf(after, cell), isInRow: true,
  }));
  return [{ kind: "row", key, label: `${label} ${deeds[kind](row)}` }, ...fields];
}

/** The changes in the order in which they are read: what the record says, then its lists row by row. */
export const linesOf = ({ fields, rows }: Changes): ChangeLine[] => [
  ...fields.map(({ field, before, after }) => ({ kind: "field" as const, key: field, label: labelOfField(field), name: field, before, after, isInRow: false })),
  ...rows.flatMap(linesOfRow),
];
