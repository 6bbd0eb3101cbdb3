import type { IncidentScope } from "@/lib/incidents/policy";
import type { IncidentFilter } from "@/lib/incidents/schema";
import { countGroups, type GroupColumn, type Grouping } from "@/lib/incidents/tallies/queries";
import { type Counted, type Dimension, inLedgerOrder, labelOfValue, type Ledger, ledgerOf, manyFold, type Names } from "./domain/dimension";
import { listNames } from "./names/queries";

/** What the values of a dimension are called; months call themselves. */
export type Labels = Readonly<Partial<Record<Dimension, Readonly<Record<string, string>>>>>;
export type Statistics = { readonly by: readonly Dimension[]; readonly groups: readonly Counted[]; readonly labels: Labels; readonly total: number | null; readonly ledgers?: readonly Ledger[] };

const columns: Partial<Record<Dimension, GroupColumn>> = { month: "month", type: "type", unit: "unit_code", verification: "verification", workflow: "workflow", severity: "severity" };
const facets = { reporter: "REPORTER", party: "PARTY", obligation: "OBLIGATION" } as const satisfies Partial<Record<Dimension, Grouping["facet"]>>;

const isFacet = (name: Dimension): name is keyof typeof facets => name in facets;

/** How many records of the filter there are in each group, as far as the scope may know of them, ordered by the groups' values. */
export async function countBy(scope: IncidentScope, filter: IncidentFilter, by: readonly Dimension[]): Promise<Counted[]> {
  const plain = by.flatMap((name) => columns[name] ?? []);
  const facet = by.find(isFacet);
  const groups = await countGroups(scope, filter, { columns: plain, facet: facet && facets[facet] });
  // The rollup gives its columns first and the facet last.
  const order = [...by.filter((name) => columns[name] !== undefined), ...(facet === undefined ? [] : [facet])];
  const counted = groups.map(({ key, records }) => ({ key: Object.fromEntries(order.map((name, at) => [name, key[at] ?? ""])), count: records }));
  return counted.filter(({ count }) => count > 0).sort((a, b) => compare(a, b, by));
}

function compare(a: Counted, b: Counted, by: readonly Dimension[]): number {
  for (const name of by) {
    const [one, other] = [a.key[name] ?? "", b.key[name] ?? ""];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

/** The same with names, the total where a sum says something, and whose the ledgers are. */
export async function getStatistics(scope: IncidentScope, filter: IncidentFilter, by: readonly Dimension[]): Promise<Statistics> {
  const isSum = by.every((name) => !manyFold.includes(name));
  const [groups, names] = await Promise.all([countBy(scope, filter, by), listNames(by)]);
  return {
    by,
    groups,
    labels: labelsOf(groups, by, names),
    total: isSum ? groups.reduce((sum, { count }) => sum + count, 0) : null,
    ...(by.includes("reporter") && { ledgers: ledgersIn(groups, names) }),
  };
}

function labelsOf(groups: readonly Counted[], by: readonly Dimension[], names: Names): Labels {
  const named = by.filter((name) => name !== "month").map((name) => {
    const values = new Set(groups.map(({ key }) => key[name] ?? ""));
    return [name, Object.fromEntries([...values].map((value) => [value, labelOfValue(name, value, names)]))];
  });
  return Object.fromEntries(named) as Labels;
}

/** The ledgers in which the counted records stand. */
export const ledgersIn = (groups: readonly Counted[], names: Names): Ledger[] => inLedgerOrder([...new Set(groups.flatMap(({ key }) => key.reporter ?? []))].map((code) => ledgerOf(code, names.parties)));
