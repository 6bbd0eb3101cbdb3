import { readdirSync } from "node:fs";
import pg from "pg";

// The library's own migrations, one file each; it numbers them from 1.
const WANTED = readdirSync("node_modules/graphile-worker/sql").filter((name) => name.endsWith(".sql")).length;

async function installed(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    return (await client.query("select max(id) as last from graphile_worker.migrations")).rows[0].last ?? 0;
  } catch (error) {
    if (["42P01", "3F000"].includes(error.code)) return 0; // no such table, no such schema
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Brings the job queue's own schema, graphile_worker, to what the library wants. It is no part of our migrations: the library
 * numbers and applies its own. Asks the database first, as loading the library takes longer than finding nothing to do.
 */
export async function installJobTables(url) {
  if ((await installed(url)) >= WANTED) return;
  const { Logger, runMigrations } = await import("graphile-worker");
  await runMigrations({ connectionString: url, maxPoolSize: 1, concurrency: 1, logger: new Logger(() => () => {}) });
}
