import { finding, type Finding, type Reading, shown } from "./reason";
import type { RowReason } from "./row";
import { cellText } from "./text";

/** Where our columns stand in the file's records, and how the file calls them. */
export type ColumnIndex = ReadonlyMap<string, { readonly at: number; readonly header: string }>;

export function columnIndex(headers: readonly string[], map: Readonly<Record<string, string>>): ColumnIndex {
  const columns = new Map(Object.entries(map));
  return new Map(
    headers.flatMap((header, at) => {
      const column = columns.get(header);
      return column === undefined ? [] : [[column, { at, header }] as const];
    }),
  );
}

/** One record being read: its cells by our columns, and what had to be said about them so far. */
export type OpenRecord = {
  readonly reasons: RowReason[];
  /** The cell, without blanks around it; empty where the file has no such column. */
  readonly text: (column: string) => string;
  /** What a cell says, after its findings were written down. */
  readonly take: <T>(column: string, reading: Reading<T>) => T;
  readonly say: (column: string | null, found: Finding) => void;
};

export function openRecord(index: ColumnIndex, cells: readonly string[]): OpenRecord {
  const reasons: RowReason[] = [];
  const text = (column: string): string => {
    const place = index.get(column);
    return place === undefined ? "" : cellText(cells[place.at] ?? "");
  };
  const say = (column: string | null, found: Finding): void => {
    const place = column === null ? undefined : index.get(column);
    reasons.push({ code: found.code, column: place?.header ?? column, value: place === undefined ? null : shown(cells[place.at] ?? ""), message: found.message, ...suggestionOf(found) });
  };
  const take = <T>(column: string, { value, found }: Reading<T>): T => {
    for (const item of found) say(column, item);
    return value;
  };
  return { reasons, text, say, take };
}

const suggestionOf = ({ suggested }: Finding): { suggested?: string } => (suggested === undefined ? {} : { suggested });

/** A code of a closed list, by itself or by its label. Another word is held, with `instead` in its place. */
export function codeReader<T extends string>(list: readonly { readonly code: T; readonly label: string }[], { empty, instead }: { empty: T; instead: T }): (text: string) => Reading<T> {
  const known = new Map(list.flatMap(({ code, label }) => [[code.toLowerCase(), code] as const, [label.toLowerCase(), code] as const]));
  return (text) => {
    if (text === "") return { value: empty, found: [] };
    const code = known.get(text.toLowerCase());
    return code === undefined
      ? { value: instead, found: [finding("unknown_code", `“${text.slice(0, 80)}” is not one of ${list.map((entry) => entry.code).join(", ")}.`, instead)] }
      : { value: code, found: [] };
  };
}
