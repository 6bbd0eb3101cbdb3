import type { IncidentScope } from "@/lib/incidents/policy";
import { countIncidents } from "@/lib/incidents/queries";
import type { IncidentFilter } from "@/lib/incidents/schema";
import { countGroups, type GroupColumn, type Grouping } from "@/lib/incidents/tallies/queries";
import { type Counted, type Dimension, inLedgerOrder, labelOfValue, type Ledger, ledgerOf, manyFold, type Names } from "./domain/dimension";
import { listNames } from "./names/queries";

export type Statistics = { readonly by: readonly Dimension[]; readonly groups: readonly (Counted & { readonly label: string[] })[]; readonly total: number | null; readonly ledgers?: readonly Ledger[] };

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
  const [groups, names, counts] = await Promise.all([countBy(scope, filter, by), listNames(by), isSum ? countIncidents(scope, filter) : null]);
  return {
    by,
    groups: groups.map((group) => ({ ...group, label: by.map((name) => labelOfValue(name, group.key[name] ?? "", names)) })),
    total: counts && counts.count,
    ...(by.includes("reporter") && { ledgers: ledgersIn(groups, names) }),
  };
}

/** The ledgers in which the counted records stand. */
export const ledgersIn = (groups: readonly Counted[], names: Names): Ledger[] => inLedgerOrder([...new Set(groups.flatMap(({ key }) => key.reporter ?? []))].map((code) => ledgerOf(code, names.parties)));
