import pg from "pg";
import { env } from "@/lib/config/env";
import { copyRows } from "./copy-rows";

/** One moment of the database, read statement by statement: whatever is written meanwhile is not seen. Reads only. */
export type Snapshot = {
  query: <T extends pg.QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<T[]>;
  /** The rows of `COPY (…) TO STDOUT (FORMAT csv)`, each as its bytes with the line feed; they are valid during the call only. */
  copy: (select: string, onRow: (row: Buffer) => void) => Promise<void>;
  /** Leaves. A statement that still runs is ended with its connection. */
  close: () => void;
};

const held = globalThis as typeof globalThis & { truceLedgerSnapshots?: pg.Pool };

/** Few at once: each works for minutes, and the pages share the machine with them. */
const atOnce = 4;

function pool(): pg.Pool {
  if (!held.truceLedgerSnapshots) {
    held.truceLedgerSnapshots = new pg.Pool({ connectionString: env().DATABASE_URL, max: atOnce, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 5_000, allowExitOnIdle: true, application_name: "truce-ledger export" });
    // A connection that breaks while nobody uses it is replaced by the next.
    held.truceLedgerSnapshots.on("error", () => undefined);
  }
  return held.truceLedgerSnapshots;
}

/** A field office's line may be slow; but what the snapshot sees can't be cleared away as long as it is open. The database itself ends one that nothing asked of for a quarter of an hour. */
const longestMillis = 2 * 3_600_000;

/** Opens a snapshot; undefined where so many are open already that none got free in ten seconds. */
export async function openSnapshot(): Promise<Snapshot | undefined> {
  const client = await connected();
  if (!client) return undefined;
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    clearTimeout(longest);
    // With the connection goes whatever it was doing: nobody reads the rest.
    client.release(true);
  };
  const longest = setTimeout(close, longestMillis).unref();
  // The place of a connection that broke is free for the next file, even where its reader never asks again; a reader who does is told by the statement.
  client.on("error", close);
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query("SET LOCAL statement_timeout = '60s'; SET LOCAL idle_in_transaction_session_timeout = '15min'; SET LOCAL work_mem = '32MB'; SET LOCAL datestyle = 'ISO'; SET LOCAL timezone = 'UTC'; SET LOCAL jit = off");
  } catch (error) {
    close();
    throw error;
  }
  return {
    query: async <T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []) => (await client.query<T>(text, [...values])).rows,
    copy: (select, onRow) => copyRows(client, select, onRow),
    close,
  };
}

async function connected(): Promise<pg.PoolClient | undefined> {
  try {
    return await pool().connect();
  } catch (error) {
    // The pool gives no code for it.
    if (error instanceof Error && error.message.startsWith("timeout exceeded")) return undefined;
    throw error;
  }
}
