// What a file says beside what is on record. Facts are added, never overwritten: an addition can be carried out, and so can
// the two ways in which an open row is completed; a change or a removal is shown and refused.
import { canonicalFields, canonicalRow, type Fields, isFields, keyOf, listOf, type Part, type Parts, partOf, rowText } from "./parts";

/** To what a part belongs: the agreement itself, or one of its duties or text versions by its key. */
export type Owner = { readonly list: string; readonly key: string } | null;

export type Change =
  | { readonly is: "added"; readonly path: string; readonly owner: Owner; readonly part: string; readonly row: unknown }
  | { readonly is: "completed"; readonly path: string; readonly owner: Owner; readonly part: string; readonly from: Fields; readonly to: Fields }
  | { readonly is: "changed"; readonly path: string; readonly onRecord: unknown; readonly inFile: unknown }
  | { readonly is: "removed"; readonly path: string; readonly onRecord: unknown };

export type Addition = Extract<Change, { is: "added" | "completed" }>;
export type Difference = Extract<Change, { is: "changed" | "removed" }>;

export const isAddition = (change: Change): change is Addition => change.is === "added" || change.is === "completed";
export const isDifference = (change: Change): change is Difference => !isAddition(change);

type Where = { readonly parts: Parts; readonly path: string; readonly owner: Owner };

/** Every way in which `given` differs from `record`. Paths lead into `given` as it is, in its own order. */
export const changesBetween = (record: Fields, given: Fields, where: Where): Change[] =>
  [...new Set([...Object.keys(record), ...Object.keys(given)])].flatMap((name) =>
    changesOf(record[name], given[name], { part: partOf(where.parts, name), name, path: where.path === "" ? name : `${where.path}.${name}`, owner: where.owner, siblings: given }),
  );

type At = { readonly part: Part; readonly name: string; readonly path: string; readonly owner: Owner; readonly siblings: Fields };

function changesOf(record: unknown, given: unknown, at: At): Change[] {
  switch (at.part.is) {
    case "value":
      return rowText(record) === rowText(given) ? [] : [{ is: "changed", path: at.path, onRecord: record, inFile: given }];
    case "set":
    case "rows":
      return rowChanges(listOf(record), listOf(given), at);
    case "keyed":
      return keyedChanges(listOf(record), listOf(given), { ...at, by: at.part.by, parts: at.part.parts ?? {} });
  }
}

/** Rows without a name: what stands on one side only. A row on record answers for one row of the file. */
function rowChanges(record: readonly unknown[], written: readonly unknown[], at: At): Change[] {
  const given = written.map((row) => canonicalRow(row, at.part.is === "rows" ? at.part.parts : undefined));
  const unmatched = record.map((row) => ({ row, text: rowText(row) }));
  const take = (fits: (row: unknown, text: string) => boolean): unknown => {
    const index = unmatched.findIndex(({ row, text }) => fits(row, text));
    return index < 0 ? undefined : unmatched.splice(index, 1)[0]?.row;
  };
  const fresh = given.map((row, index) => ({ row, index })).filter(({ row, index }) => take((_row, text) => text === rowText(row)) === undefined && !(at.part.is === "set" && given.indexOf(row) < index));
  const changes = fresh.map(({ row, index }): Change => {
    const path = `${at.path}.${index}`;
    const from = isFields(row) ? take((other) => isFields(other) && isCompletion(other, row, at)) : undefined;
    if (isFields(from) && isFields(row)) return { is: "completed", path, owner: at.owner, part: at.name, from, to: row };
    return { is: "added", path, owner: at.owner, part: at.name, row };
  });
  return [...changes, ...unmatched.map(({ row }): Change => ({ is: "removed", path: at.path, onRecord: row }))];
}

/** An observer who was still there has left; a date that was operative is superseded, because the duty has an amendment now. */
function isCompletion(from: Fields, to: Fields, { name, siblings }: At): boolean {
  const differing = Object.keys(to).filter((field) => rowText(from[field]) !== rowText(to[field]));
  if (differing.length !== 1) return false;
  if (name === "coverage") return differing[0] === "toOn" && from["toOn"] === null;
  if (name !== "deadlines" || differing[0] !== "standing") return false;
  const isAmended = listOf(siblings["deadlines"]).some((row) => isFields(row) && row["origin"] === "AMENDMENT" && row !== to);
  return isAmended && from["standing"] === "OPERATIVE" && to["standing"] === "SUPERSEDED";
}

function keyedChanges(record: readonly unknown[], given: readonly unknown[], at: At & { by: readonly string[]; parts: Parts }): Change[] {
  const { by, parts, path, name, owner } = at;
  const onRecord = new Map(record.map((row) => [keyOf(row, by), row]));
  const found = given.flatMap((row, index): Change[] => {
    const key = keyOf(row, by);
    const known = onRecord.get(key);
    onRecord.delete(key);
    if (!isFields(row)) return [];
    if (!isFields(known)) return [{ is: "added", path: `${path}.${index}`, owner, part: name, row: canonicalFields(row, parts) }];
    return changesBetween(known, row, { parts, path: `${path}.${index}`, owner: { list: name, key } });
  });
  return [...found, ...[...onRecord.values()].map((row): Change => ({ is: "removed", path, onRecord: row }))];
}

/** The keys that a list gives more than once, by the path of the repetition. */
export function repeatedIn(fields: Fields, parts: Parts, path = ""): { path: string; key: string }[] {
  return Object.entries(fields).flatMap(([name, value]) => repeatedInPart(value, partOf(parts, name), path === "" ? name : `${path}.${name}`));
}

function repeatedInPart(value: unknown, part: Part, path: string): { path: string; key: string }[] {
  if (part.is !== "keyed" && part.is !== "rows") return [];
  const rows = listOf(value);
  const keys = rows.map((row) => (part.is === "keyed" ? keyOf(row, part.by) : rowText(row)));
  const seen = new Set<string>();
  const own = keys.flatMap((key, index) => {
    if (seen.has(key)) return [{ path: `${path}.${index}`, key }];
    seen.add(key);
    return [];
  });
  const within = part.is === "keyed" ? rows.flatMap((row, index) => (isFields(row) ? repeatedIn(row, part.parts ?? {}, `${path}.${index}`) : [])) : [];
  return [...own, ...within];
}
