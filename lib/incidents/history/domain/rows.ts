import { isObject, textOf, type Json } from "./json";

/** Which row of the one list is which row of the other, by their places. */
export type Pair = { readonly from: number; readonly to: number };

/** Fields that say which row it is: rows that differ there are never the same row. Other lists are matched by likeness. */
const identity: Readonly<Record<string, string>> = { obligations: "code" };

/** How much two rows must have in common to be one row that was changed, rather than one removed and another added. */
const leastLikeness = 0.5;

/**
 * Pairs the rows of two lists: first those that are equal, in order; then, among what is left, the most alike. A row is in one pair at
 * most, and values that are no objects are only ever paired with their equals.
 */
export function pairRows(list: string, before: readonly Json[], after: readonly Json[]): { equal: Pair[]; changed: Pair[] } {
  const equal = equalPairs(before, after);
  const taken = { from: new Set(equal.map(({ from }) => from)), to: new Set(equal.map(({ to }) => to)) };
  const changed: Pair[] = [];
  for (const { from, to } of candidates(list, { before, after, taken })) {
    if (taken.from.has(from) || taken.to.has(to)) continue;
    taken.from.add(from);
    taken.to.add(to);
    changed.push({ from, to });
  }
  return { equal, changed };
}

function equalPairs(before: readonly Json[], after: readonly Json[]): Pair[] {
  const places = new Map<string, number[]>();
  for (const [to, row] of after.entries()) places.set(textOf(row), [...(places.get(textOf(row)) ?? []), to]);
  return before.flatMap((row, from) => {
    const to = places.get(textOf(row))?.shift();
    return to === undefined ? [] : [{ from, to }];
  });
}

type Left = { before: readonly Json[]; after: readonly Json[]; taken: { from: ReadonlySet<number>; to: ReadonlySet<number> } };

/** The pairs that are alike enough, the most alike first; of equally alike ones those that moved least. */
function candidates(list: string, { before, after, taken }: Left): Pair[] {
  const found: (Pair & { likeness: number })[] = [];
  for (const [from, one] of before.entries()) {
    if (taken.from.has(from)) continue;
    for (const [to, other] of after.entries()) {
      const likeness = taken.to.has(to) ? 0 : likenessOf(list, one, other);
      if (likeness >= leastLikeness) found.push({ from, to, likeness });
    }
  }
  return found.toSorted((a, b) => b.likeness - a.likeness || Math.abs(a.from - a.to) - Math.abs(b.from - b.to) || a.from - b.from || a.to - b.to);
}

/** Of the fields that either row fills in, the share on which both agree; 1 or 0 where a field says which row it is. */
function likenessOf(list: string, one: Json, other: Json): number {
  if (!isObject(one) || !isObject(other)) return 0;
  const key = identity[list];
  if (key !== undefined) return textOf(one[key] ?? null) === textOf(other[key] ?? null) ? 1 : 0;
  const filled = [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((field) => (one[field] ?? null) !== null || (other[field] ?? null) !== null);
  const agreeing = filled.filter((field) => textOf(one[field] ?? null) === textOf(other[field] ?? null));
  return filled.length === 0 ? 0 : agreeing.length / filled.length;
}

const longer = (one: readonly Pair[], other: readonly Pair[]): readonly Pair[] => (other.length > one.length ? other : one);

/** The longest run of pairs that kept their order among each other; the others were moved. Pairs come in the order of `from`. */
export function inOrder(pairs: readonly Pair[]): Set<Pair> {
  const runs: (readonly Pair[])[] = [];
  for (const pair of pairs) runs.push([...runs.filter((run) => (run.at(-1)?.to ?? -1) < pair.to).reduce(longer, []), pair]);
  return new Set(runs.reduce(longer, []));
}
