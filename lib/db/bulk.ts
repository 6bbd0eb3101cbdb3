import { once } from "node:events";
import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { env } from "@/lib/config/env";
import type { Result } from "@/lib/kernel/result";

type Row = Record<string, unknown>;

/** A cell on its way into a table by COPY. A list becomes an array. */
export type BulkCell = string | number | boolean | null | readonly string[] | readonly number[];

/** A connection of its own for work on very many rows, in one transaction without a time limit. */
export type Bulk = {
  readonly query: <T extends Row = Row>(text: string, values?: readonly unknown[]) => Promise<T[]>;
  /** Adds rows by COPY; `columns` are the table's own names. */
  readonly copyIn: (target: { table: string; columns: readonly string[] }, rows: readonly (readonly BulkCell[])[]) => Promise<void>;
};

/** Runs `work` on its own connection in one transaction. A refusal or an error takes everything back; so does the end of this process. */
export async function bulkTransaction<T>(work: (bulk: Bulk) => Promise<Result<T>>): Promise<Result<T>> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, application_name: "truce-ledger bulk", statement_timeout: 0 });
  // A connection that breaks fails the statement that waits on it, which tells of it.
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("BEGIN; SET LOCAL jit = off; SET LOCAL work_mem = '32MB'");
    const result = await work({ query: async <R extends Row>(text: string, values: readonly unknown[] = []) => (await client.query<R>(text, [...values])).rows, copyIn: (target, rows) => copied(client, target, rows) });
    await client.query(result.ok ? "COMMIT" : "ROLLBACK");
    return result;
  } finally {
    // Without a COMMIT before it, this takes everything back.
    await client.end();
  }
}

async function copied(client: pg.Client, { table, columns }: { table: string; columns: readonly string[] }, rows: readonly (readonly BulkCell[])[]): Promise<void> {
  if (rows.length === 0) return;
  const names = columns.map((name) => pg.escapeIdentifier(name)).join(", ");
  const stream = client.query(copyFrom(`COPY ${pg.escapeIdentifier(table)} (${names}) FROM STDIN`));
  // The stream ends before the connection is free for the next statement.
  const isFree = once(client, "drain");
  await pipeline(Readable.from(linesOf(rows)), stream);
  await isFree;
}

/** A few hundred rows at a time: one string of all of them would double what is held in memory. */
function* linesOf(rows: readonly (readonly BulkCell[])[]): Generator<string> {
  for (let at = 0; at < rows.length; at += 200) yield rows.slice(at, at + 200).map((cells) => `${cells.map(copyText).join("\t")}\n`).join("");
}

const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const escaped = (text: string): string => (special.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (letter) => escapes[letter] ?? letter) : text);

/** A cell in the text format of COPY. */
export function copyText(cell: BulkCell): string {
  if (cell === null) return "\\N";
  if (typeof cell === "object") return escaped(`{${cell.map((part) => (typeof part === "number" ? String(part) : `"${part.replaceAll(/["\\]/g, String.raw`\$&`)}"`)).join(",")}}`);
  return typeof cell === "string" ? escaped(cell) : String(cell);
}
