import { once } from "node:events";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Head } from "@/lib/audit/chain/domain";
import { type SynthTable, synthTables } from "./domain/rows";
import { brokenRules } from "./rules/queries";

/**
 * Rules that the load meets by itself and that are checked over the whole of it before it is kept: row by row they would take
 * longer than everything else together. Any other trigger fires as for anybody.
 */
const guards = {
  incident: ["incident_begins_as_draft", "incident_tally_inserted"], claim: ["claim_added", "claim_facets_inserted"], casualty: ["casualty_added"], observation: ["observation_added"],
  incident_obligation: ["incident_obligation_finding", "incident_obligation_facets_inserted"],
  review: ["review_four_eyes"], audit_entry: ["audit_entry_sealed"],
} as const;

const auditTables = { audit_entry: ["id", "at", "actor_id", "event", "subject_type", "subject_id", "data"], audit_seal: ["seq", "entry_id", "record_hash", "prev_hash", "hash"] } as const;
const columnsOf: Record<SynthTable | keyof typeof auditTables, readonly string[]> = { ...synthTables, ...auditTables };

export type LoadedTable = keyof typeof columnsOf;
export type Start = { firstIncident: number; firstEntry: number; head: Head; sources: { first: number; last: number } };
export type End = { lastIncident: number; lastEntry: number };

/** One load in one transaction of the owner: kept whole, or not at all. */
export type Load = {
  begin: (sources: number, seed: number) => Promise<Start>;
  copy: (table: LoadedTable, text: string) => Promise<void>;
  /** Holds the whole load against the rules and keeps it. */
  keep: (start: Start, end: End) => Promise<void>;
  /** Leaves; what was not kept is gone. */
  close: () => Promise<void>;
};

/** Opens a load under the owner's login: only the owner may switch a rule off. */
export async function openLoad(url: string): Promise<Load> {
  const client = new pg.Client({ connectionString: url, application_name: "truce-ledger synth" });
  // A connection that breaks is told of by the statement that waits on it.
  client.on("error", () => undefined);
  await client.connect();
  return { begin: (sources, seed) => begin(client, sources, seed), copy: (table, text) => copy(client, table, text), keep: (start, end) => keep(client, start, end), close: () => client.end() };
}

const switched = (to: "DISABLE" | "ENABLE"): string => Object.entries(guards).map(([table, names]) => names.map((name) => `ALTER TABLE ${table} ${to} TRIGGER ${name}`).join("; ")).join("; ");

async function begin(client: pg.Client, sources: number, seed: number): Promise<Start> {
  await client.query("BEGIN");
  // Whoever writes at the moment is waited for, but not for ever.
  await client.query("SET LOCAL lock_timeout = '20s'; SET LOCAL statement_timeout = 0; SET LOCAL synchronous_commit = off");
  await client.query(switched("DISABLE"));
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended('audit_seal', 0))");
  const { rows } = await client.query<{ incident: number; entry: string; seq: string | null; hash: string | null }>(
    `SELECT nextval(pg_get_serial_sequence('incident', 'id'))::int AS incident, nextval(pg_get_serial_sequence('audit_entry', 'id'))::text AS entry, s.seq::text AS seq, s.hash
       FROM (VALUES (1)) one LEFT JOIN (SELECT seq, hash FROM audit_seal ORDER BY seq DESC LIMIT 1) s ON true`,
  );
  const [row] = rows;
  if (!row) throw new Error("the database gave no numbers");
  return { firstIncident: row.incident, firstEntry: Number(row.entry), head: { seq: Number(row.seq ?? 0), hash: row.hash ?? "0".repeat(64) }, sources: await insertSources(client, sources, seed) };
}

async function insertSources(client: pg.Client, count: number, seed: number): Promise<Start["sources"]> {
  const { rows } = await client.query<{ first: number; last: number }>(
    `WITH made AS (
       INSERT INTO source (key, publisher, title, published_on, url, basis, kind, alignment, reliability)
       SELECT 'synth-' || $2 || '-' || n, 'Made-up publisher ' || n % 200, 'Load data, page ' || n, '2021', 'https://example.invalid/synth/' || $2 || '/' || n, 'data',
              (ARRAY['NEWS_RELAY', 'PARTY_MOD_BULLETIN', 'NEWS_OWN_REPORTING', 'NGO', 'SOCIAL_MEDIA'])[1 + n % 5], 'UNKNOWN', (ARRAY['F', 'C', 'B', 'D'])[1 + n % 4]
         FROM generate_series(1, $1::int) n RETURNING id)
     SELECT min(id)::int AS first, max(id)::int AS last FROM made`,
    [count, String(seed)],
  );
  const [row] = rows;
  if (!row) throw new Error("no sources were made");
  return row;
}

async function copy(client: pg.Client, table: LoadedTable, text: string): Promise<void> {
  if (text === "") return;
  const stream = client.query(copyFrom(`COPY ${table} (${columnsOf[table].join(", ")}) FROM STDIN`));
  stream.end(text);
  await once(stream, "finish");
}

async function keep(client: pg.Client, start: Start, end: End): Promise<void> {
  const broken = await brokenRules(client, { first: start.firstIncident, last: end.lastIncident });
  if (broken.length > 0) throw new Error(`load data breaks rules: ${broken.join(", ")}`);
  await client.query("SELECT setval(pg_get_serial_sequence('incident', 'id'), $1), setval(pg_get_serial_sequence('audit_entry', 'id'), $2)", [end.lastIncident, end.lastEntry]);
  // Counted in one pass instead of batch by batch.
  await client.query("SELECT rebuild_tallies()");
  // Foreign keys are checked by now, or the tables can't be altered.
  await client.query(`SET CONSTRAINTS ALL IMMEDIATE; ${switched("ENABLE")}`);
  await client.query("COMMIT");
  // Without numbers on what the tables hold, the database would read them as if they were empty.
  for (const table of [...Object.keys(columnsOf), "source"]) await client.query(`ANALYZE ${table}`);
}
