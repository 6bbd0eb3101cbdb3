// What is wrong with a plan: it reads a table that grows from end to end, or hands over as many rows as there are.
import type { Carried, PlanNode } from "./recorder";

/** Rows in each table that grows with the ledger. */
export type Sizes = ReadonlyMap<string, number>;
export type Finding = { readonly asked: string; readonly what: string; readonly text: string };

/** More than any page or batch of records asks for. */
export const mostRows = 2000;

/** A batch of records is a good part of a table with fewer rows, which is then best read along an index: that tells nothing. */
const muchRows = 10_000;

const visited = (node: PlanNode): number => (node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"];

function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const part of node.Plans ?? []) yield* nodesOf(part);
}

/** A table that is read from end to end, whether by itself or along an index that narrows nothing. */
function readWhole(node: PlanNode, sizes: Sizes): string | undefined {
  const table = node["Relation Name"] ?? "";
  const size = sizes.get(table);
  if (size === undefined) return undefined;
  if (node["Node Type"] === "Seq Scan") return `sequential scan of ${table}`;
  const isWhole = size >= muchRows && node["Node Type"].startsWith("Index") && node["Index Cond"] === undefined && visited(node) > size / 2;
  return isWhole ? `all of ${table} by ${node["Index Name"] ?? "an index"}` : undefined;
}

/** Every reason why a statement would take longer with each record that is added. */
export function findingsOf({ asked, text, plan }: Carried, sizes: Sizes): Finding[] {
  const whole = [...nodesOf(plan)].flatMap((node) => readWhole(node, sizes) ?? []);
  const many = plan["Actual Rows"] > mostRows ? [`${plan["Actual Rows"]} rows`] : [];
  return [...new Set([...whole, ...many])].map((what) => ({ asked, what, text }));
}
