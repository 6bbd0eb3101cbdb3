// Every statement that the product sends, with its values, and what PostgreSQL would do for it.
import pg from "pg";

export type Statement = { readonly text: string; readonly values: readonly unknown[] };

type Asked = { text?: string; values?: unknown[] } | string;

/** Keeps what every connection of this process sends until `stop` is called; each text once, with the values of its first time. */
export function recordStatements(): { readonly stop: () => Statement[] } {
  const seen = new Map<string, Statement>();
  const original = Object.getOwnPropertyDescriptor(pg.Client.prototype, "query")?.value as (...given: unknown[]) => unknown;
  pg.Client.prototype.query = function recorded(this: pg.Client, ...given: unknown[]) {
    const [asked, values] = given as [Asked, unknown[] | undefined];
    const text = typeof asked === "string" ? asked : (asked.text ?? "");
    const own = typeof asked === "string" ? values : (asked.values ?? values);
    if (!seen.has(text)) seen.set(text, { text, values: Array.isArray(own) ? own : [] });
    return original.apply(this, given);
  } as typeof pg.Client.prototype.query;
  return {
    stop: () => {
      pg.Client.prototype.query = original as typeof pg.Client.prototype.query;
      return [...seen.values()];
    },
  };
}

type Node = { readonly "Node Type": string; readonly "Relation Name"?: string; readonly Plans?: readonly Node[] };

/** The tables that the plan of a statement reads from end to end. */
export async function readWhole(client: pg.Client, { text, values }: Statement): Promise<string[]> {
  const { rows } = await client.query<{ "QUERY PLAN": readonly { Plan: Node }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, [...values]);
  const found = new Set<string>();
  const look = (node: Node): void => {
    if (node["Node Type"] === "Seq Scan" && node["Relation Name"] !== undefined) found.add(node["Relation Name"]);
    node.Plans?.forEach(look);
  };
  for (const row of rows) for (const { Plan } of row["QUERY PLAN"]) look(Plan);
  return [...found];
}
