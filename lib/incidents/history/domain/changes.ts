import { isBlank, isList, isObject, textOf, type Json, type RecordState } from "./json";
import { inReadingOrder } from "./order";
import { inOrder, pairRows } from "./rows";

export type FieldChange = { readonly field: string; readonly before: Json; readonly after: Json };

/** One row of a list. `from` and `to` are its places before and after, counted from 0; a row that was added came from nowhere. */
export type RowChange = {
  readonly list: string;
  readonly kind: "added" | "removed" | "changed" | "moved";
  readonly from: number | null;
  readonly to: number | null;
  readonly before: Json;
  readonly after: Json;
  /** Of a changed row, what changed in it. */
  readonly fields: readonly FieldChange[];
};

/** Everything that differs between two versions. */
export type Changes = { readonly fields: readonly FieldChange[]; readonly rows: readonly RowChange[] };

/** What differs between two states. `applyChanges` of it to the first gives the second. */
export function changesBetween(before: RecordState, after: RecordState): Changes {
  const names = namesIn(before, after);
  const lists = names.filter((name) => isListIn(name, before, after));
  const scalars = names.filter((name) => !lists.includes(name));
  return { fields: differing(scalars, before, after), rows: lists.flatMap((list) => rowChanges(list, rowsOf(before, list), rowsOf(after, list))) };
}

const namesIn = (before: object, after: object): string[] => inReadingOrder([...new Set([...Object.keys(before), ...Object.keys(after)])]);

/** A field is a list where it is one on either side and nothing else on the other. */
const isListIn = (name: string, ...[before, after]: [RecordState, RecordState]): boolean => {
  const values = [before[name] ?? null, after[name] ?? null].filter((value) => value !== null);
  return values.length > 0 && values.every(isList);
};

const rowsOf = (state: RecordState, list: string): readonly Json[] => {
  const value = state[list] ?? null;
  return isList(value) ? value : [];
};

function differing(names: readonly string[], before: { readonly [key: string]: Json }, after: { readonly [key: string]: Json }): FieldChange[] {
  return names.flatMap((field) => {
    const [old, now] = [before[field] ?? null, after[field] ?? null];
    return textOf(old) === textOf(now) ? [] : [{ field, before: old, after: now }];
  });
}

function rowChanges(list: string, before: readonly Json[], after: readonly Json[]): RowChange[] {
  const { equal, changed } = pairRows(list, before, after);
  const still = inOrder(equal);
  const pairs = [...equal, ...changed];
  const [left, come] = [new Set(pairs.map(({ from }) => from)), new Set(pairs.map(({ to }) => to))];
  const row = (kind: RowChange["kind"], from: number | null, to: number | null): RowChange => {
    const [old, now] = [from === null ? null : (before[from] ?? null), to === null ? null : (after[to] ?? null)];
    return { list, kind, from, to, before: old, after: now, fields: kind === "changed" ? fieldsBetween(old, now) : [] };
  };
  return [
    ...before.flatMap((_, from) => (left.has(from) ? [] : [row("removed", from, null)])),
    ...changed.map(({ from, to }) => row("changed", from, to)),
    ...equal.flatMap((pair) => (still.has(pair) ? [] : [row("moved", pair.from, pair.to)])),
    ...after.flatMap((_, to) => (come.has(to) ? [] : [row("added", null, to)])),
  ];
}

const fieldsBetween = (before: Json, after: Json): FieldChange[] =>
  isObject(before) && isObject(after) ? differing(namesIn(before, after), before, after) : [];

/** The state that the changes lead to from the one that they were made from. */
export function applyChanges(before: RecordState, { fields, rows }: Changes): RecordState {
  const after: Record<string, Json> = { ...before };
  for (const { field, after: now } of fields) after[field] = now;
  for (const list of new Set(rows.map((row) => row.list))) after[list] = appliedRows(rowsOf(before, list), rows.filter((row) => row.list === list));
  return after;
}

/** Rows that no change names keep their order and fill the places that are left. */
function appliedRows(before: readonly Json[], changes: readonly RowChange[]): Json[] {
  const gone = new Set(changes.map(({ from }) => from));
  const untouched = before.filter((_, from) => !gone.has(from));
  const placed = new Map(changes.flatMap(({ to, after }) => (to === null ? [] : [[to, after] as const])));
  return Array.from({ length: untouched.length + placed.size }, (_, to) => (placed.has(to) ? (placed.get(to) ?? null) : (untouched.shift() ?? null)));
}

/** The first version as changes from nothing: what was filled in at the beginning, without the fields that were left empty. */
export function initialValues(state: RecordState): Changes {
  const { fields, rows } = changesBetween({}, state);
  return { fields: fields.filter(({ after }) => !isBlank(after)), rows };
}

/** Whether anything differs at all. */
export const isUnchanged = ({ fields, rows }: Changes): boolean => fields.length === 0 && rows.length === 0;
