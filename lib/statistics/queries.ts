import type { IncidentScope } from "@/lib/incidents/policy";
import { filterAsked } from "@/lib/incidents/filter/schema";
import type { IncidentFilter } from "@/lib/incidents/schema";
import { countGroups, type GroupColumn, type Grouping } from "@/lib/incidents/tallies/queries";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { type Counted, type Dimension, inLedgerOrder, labelOfValue, type Ledger, ledgerOf, manyFold, type Names } from "./domain/dimension";
import { listNames } from "./names/queries";

/** What the values of a dimension are called; months call themselves. */
export type Labels = Readonly<Partial<Record<Dimension, Readonly<Record<string, string>>>>>;
export type Statistics = {
  readonly asOf: string;
  readonly by: readonly Dimension[];
  readonly filter: Readonly<Record<string, readonly string[]>>;
  readonly groups: readonly Counted[];
  readonly labels: Labels;
  readonly total: number | null;
  readonly ledgers?: readonly Ledger[];
};

/** More groups than these are no answer that anybody reads; a million records told apart by all that they bear would be a group for each. */
export const mostGroups = 20_000;

const columns: Partial<Record<Dimension, GroupColumn>> = { month: "month", type: "type", unit: "unit_code", verification: "verification", workflow: "workflow", severity: "severity" };
const facets = { reporter: "REPORTER", party: "PARTY", obligation: "OBLIGATION" } as const satisfies Partial<Record<Dimension, Grouping["facet"]>>;

const isFacet = (name: Dimension): name is keyof typeof facets => name in facets;

type Asked = { readonly by: readonly Dimension[]; readonly most?: number; readonly isForFile?: boolean };

/** How many records of the filter there are in each group, as far as the scope may know of them, ordered by the groups' values. */
export const countBy = (scope: IncidentScope, filter: IncidentFilter, by: readonly Dimension[]): Promise<Counted[]> => groupsOf(scope, filter, { by });

async function groupsOf(scope: IncidentScope, filter: IncidentFilter, { by, ...limits }: Asked): Promise<Counted[]> {
  const facet = by.find(isFacet);
  const groups = await countGroups(scope, filter, { columns: by.flatMap((name) => columns[name] ?? []), facet: facet && facets[facet], ...limits });
  // The rollup gives its columns first and the facet last.
  const order = [...by.filter((name) => columns[name] !== undefined), ...(facet === undefined ? [] : [facet])];
  const counted = groups.map(({ key, records }) => ({ key: keyOf(order, key), count: records }));
  return counted.filter(({ count }) => count > 0).sort((a, b) => compare(a, b, by));
}

function keyOf(order: readonly Dimension[], values: readonly string[]): Counted["key"] {
  const key: Partial<Record<Dimension, string>> = {};
  for (const [at, name] of order.entries()) key[name] = values[at] ?? "";
  return key;
}

function compare(a: Counted, b: Counted, by: readonly Dimension[]): number {
  for (const name of by) {
    const [one, other] = [a.key[name] ?? "", b.key[name] ?? ""];
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}

type Question = { readonly by: readonly Dimension[]; readonly now: Date; /** Nothing source-protected goes into a file, whoever reads. */ readonly isForFile?: boolean };

/** The same with names, the total where a sum says something, and whose the ledgers are. Refused where the groups are too many to be told. */
export async function getStatistics(scope: IncidentScope, filter: IncidentFilter, { by, now, isForFile = false }: Question): Promise<Result<Statistics>> {
  const [groups, names] = await Promise.all([groupsOf(scope, filter, { by, most: mostGroups + 1, isForFile }), listNames(by)]);
  if (groups.length > mostGroups) return refuse({ kind: "invalid", errors: [{ path: "by", code: "too_many_groups", message: `Counted by ${JSON.stringify(by.join(","))} there are more than ${mostGroups.toLocaleString("en-GB")} groups; count by fewer things, or narrow the filters.` }] });
  const isSum = by.every((name) => !manyFold.includes(name));
  return ok({
    asOf: now.toISOString(),
    by,
    filter: filterAsked(filter),
    groups,
    labels: labelsOf(groups, by, names),
    total: isSum ? groups.reduce((sum, { count }) => sum + count, 0) : null,
    ...(by.includes("reporter") && { ledgers: ledgersIn(groups, names) }),
  });
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
