// Which lists of an agreement have an order that means something, and by what their rows are told apart. The canonical
// form, the check for things given twice and the comparison with the record read this one table.

export type Part =
  /** One value, whatever is inside it. What the table doesn't name is a value. */
  | { readonly is: "value" }
  /** Names without order, each once. */
  | { readonly is: "set" }
  /** Rows without a name of their own; without order, unless there is nothing to sort them by. */
  | { readonly is: "rows"; readonly sortBy: readonly string[]; readonly parts?: Parts }
  /** Rows with a name; their order means something where `keepsOrder` says so. */
  | { readonly is: "keyed"; readonly by: readonly string[]; readonly keepsOrder?: true; readonly parts?: Parts };
export type Keyed = Extract<Part, { readonly is: "keyed" }>;
export type Parts = Readonly<Record<string, Part>>;

const set: Part = { is: "set" };

const obligationParts: Parts = {
  deadlines: { is: "rows", sortBy: ["setOn", "dueOn"] },
  interpretations: { is: "rows", sortBy: ["holder", "statedOn"] },
  coverage: { is: "rows", sortBy: ["fromOn", "observer"] },
  dependsOn: set,
  sources: set,
};

export const agreementParts: Parts = {
  sources: set,
  clauses: { is: "keyed", by: ["number"] },
  textVersions: { is: "keyed", by: ["key"], keepsOrder: true, parts: { clauses: { is: "keyed", by: ["number"] } } },
  links: { is: "keyed", by: ["to", "relation"] },
  obligations: { is: "keyed", by: ["code"], keepsOrder: true, parts: obligationParts },
  // Accounts of one day are shown in the order in which they were written.
  outcomes: { is: "rows", sortBy: [], parts: { allegedBy: set, deniedBy: set, sources: set } },
};

export const speakerParts: Keyed = { is: "keyed", by: ["code"] };
export const sourceParts: Keyed = { is: "keyed", by: ["key"] };
export const discrepancyParts: Keyed = { is: "keyed", by: ["code"], parts: { obligations: set, agreements: set, sources: set } };

export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const partOf = (parts: Parts, name: string): Part => parts[name] ?? { is: "value" };

const named = (_name: string, value: unknown): unknown => (isFields(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareValues(a, b))) : value);

/** One text for one value, whatever the order of its fields: equal rows have equal texts. */
export const rowText = (value: unknown): string => JSON.stringify(value, named) ?? "";

/** The name of a row: the values that tell it from the others. */
export const keyOf = (row: unknown, by: readonly string[]): string => (isFields(row) ? by.map((name) => String(row[name])).join(" ") : "");

/** The value with every list that has no order sorted, and every set without repetitions. */
export function canonical(value: unknown, part: Part): unknown {
  switch (part.is) {
    case "value":
      return value;
    case "set":
      return [...new Set(listOf(value))].sort(compareValues);
    case "rows": {
      const rows = listOf(value).map((row) => canonicalRow(row, part.parts));
      return part.sortBy.length === 0 ? rows : rows.toSorted((a, b) => byFields(a, b, part.sortBy) || compareValues(rowText(a), rowText(b)));
    }
    case "keyed": {
      const rows = listOf(value).map((row) => canonicalRow(row, part.parts));
      return part.keepsOrder ? rows : rows.toSorted((a, b) => byFields(a, b, part.by));
    }
  }
}

/** A row with its own lists in their canonical form. */
export const canonicalRow = (row: unknown, parts: Parts = {}): unknown => (isFields(row) ? canonicalFields(row, parts) : row);

/** The fields of one thing in their canonical form. */
export const canonicalFields = (fields: Fields, parts: Parts): Fields => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, canonical(value, partOf(parts, name))]));

/** Numbers by size, all else by its code units: the same order on every machine, whatever its language. */
function compareValues(a: unknown, b: unknown): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [left, right] = [String(a), String(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function byFields(a: unknown, b: unknown, names: readonly string[]): number {
  if (!isFields(a) || !isFields(b)) return 0;
  for (const name of names) {
    const found = compareValues(a[name], b[name]);
    if (found !== 0) return found;
  }
  return 0;
}
