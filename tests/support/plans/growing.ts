// Rows in every table that grows with the ledger, so that the planner has to care how it reads them.
import pg from "pg";
import type { Sizes } from "./findings";

/** Tables whose rows are the words of agreements, names of places, the people of a few teams, their settings and the register of what they read; one with a row for each day; and one that a job folds. */
const small = [
  "agreement", "agreement_link", "agreement_source", "text_version", "clause", "clause_text", "obligation", "obligation_dependency", "obligation_quantity", "obligation_source", "deadline", "interpretation",
  "coverage", "discrepancy", "discrepancy_obligation", "discrepancy_agreement", "discrepancy_source", "truce_outcome", "truce_outcome_source", "milestone", "milestone_figure", "milestone_obligation", "milestone_source",
  "source", "audit_anchor", "import_mapping", "board_revision", "rule_set", "status_decision", "status_decision_approval", "team", "app_user", "unit", "place", "place_name", "place_blur", "speaker", "obligation_zone", "obligation_zone_place", "job_worker", "_prisma_migrations",
];

/** The record that a tenth of everything leans on. */
const busiest = "(SELECT max(id) FROM incident WHERE workflow = 'PUBLISHED')";

/** One expression over the row's number `n` for what can't be told from a column's type. */
const given: Readonly<Record<string, string>> = {
  "casualty.incident_id": "n", "observation.incident_id": "n",
  "board_record.incident_id": `${busiest} - n % 2000`, "board_revision.steps": "n",
  "correction_request.aim": "'CORRECTION'", "correction_request.kind": "'FALSE'",
  "correction_request.outcome": "CASE WHEN n % 2 = 0 THEN 'DECLINED' END", "correction_request.decision_reason": "CASE WHEN n % 2 = 0 THEN 'No.' END", "correction_request.decided_by_id": "CASE WHEN n % 2 = 0 THEN 1 END",
  "correction_request.decided_at": "CASE WHEN n % 2 = 0 THEN now() END", "review_notice.seen_at": "CASE WHEN n % 10 > 0 THEN now() END", "review_notice.seen_by_id": "CASE WHEN n % 10 > 0 THEN 1 END",

  "evidence.kind": "'PRIMARY_MEDIA'", "evidence.copy_state": "'NOT_POSSIBLE'", "evidence_custody.event": "'RECEIVED'", "export.format": "'csv'", "export.filter": "'{}'",
  "import_record.effect": "'CREATE'", "import_row.effect": "'HOLD'", "import_row.result": "'needsReview'", "import_row.reasons": "'[]'", "import_row.cells": "'[]'", "import_run.status": "'REFUSED'",
  "incident_comment.kind": "'COMMENT'", "incident_relation.relation": "'RELATED'", "incident_relation.first_id": `${busiest} - n - 1`, "incident_relation.second_id": `${busiest} - CASE WHEN n % 10 = 0 THEN 0 ELSE n END`,
  "incident_merge.survivor_id": `${busiest} - CASE WHEN n % 10 = 0 THEN 0 ELSE n END`, "incident_merge.merged_id": `${busiest} - n - 1`, "incident_merge.workflow_before": "'DRAFT'",
  "report.kind": "'PERIOD_SITUATION'", "report.profile": "'INTERNAL'", "source_grading.topic": "'GENERAL'", "source_grading.reliability": "'B'", 
};

type Column = { table: string; column: string; type: string; refTable: string | null; refColumn: string | null };

const columns = `
  SELECT c.table_name AS table, c.column_name AS column, c.data_type AS type, r.ref_table AS "refTable", r.ref_column AS "refColumn"
    FROM information_schema.columns c
    JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
    LEFT JOIN LATERAL (SELECT k.confrelid::regclass::text AS ref_table, f.attname AS ref_column FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
                         JOIN pg_attribute f ON f.attrelid = k.confrelid AND f.attnum = k.confkey[1]
                        WHERE k.contype = 'f' AND cardinality(k.conkey) = 1 AND k.conrelid = format('%I', c.table_name)::regclass AND a.attname = c.column_name LIMIT 1) r ON true
   WHERE c.table_schema = 'public' AND c.table_name <> ALL ($1) AND c.is_generated = 'NEVER' AND (c.is_nullable = 'NO' AND c.column_default IS NULL OR c.table_name || '.' || c.column_name = ANY ($2))
   ORDER BY 1, c.ordinal_position`;

const ofType: Readonly<Record<string, string>> = {
  integer: "n", bigint: "n", smallint: "1", text: "'x' || n", boolean: "false", jsonb: "'{}'", json: "'{}'", ARRAY: "'{}'", bytea: "'x'", date: "date '2022-01-01' + n % 400", uuid: "gen_random_uuid()",
  "timestamp with time zone": "timestamptz '2022-01-01' + n * interval '1 minute'",
};

/** A tenth of the rows leans on one row, so that what is told of one record is long too. */
const referred = (column: string): string => `k_${column}.ids[1 + CASE WHEN n % 10 = 0 THEN 0 ELSE n % cardinality(k_${column}.ids) END]`;
const referredFrom = ({ column, refTable, refColumn }: Column): string =>
  refTable === null ? "" : ` CROSS JOIN (SELECT array_agg(r.key ORDER BY r.key DESC) AS ids FROM (SELECT ${refColumn} AS key FROM ${refTable}${refTable === "incident" ? " WHERE workflow = 'PUBLISHED'" : ""} ORDER BY 1 DESC LIMIT 300) r) k_${column}`;

function valueOf({ table, column, type, refTable }: Column): string {
  const known = given[`${table}.${column}`];
  if (known !== undefined) return known;
  if (/(sha256|hash|digest)$/.test(column)) return "encode(sha256(convert_to('x' || n, 'UTF8')), 'hex')";
  return refTable === null ? (ofType[type] ?? "NULL") : referred(column);
}

async function sizeOf(client: pg.Client, table: string): Promise<number> {
  return Number((await client.query<{ count: string }>(`SELECT count(*) FROM ${pg.escapeIdentifier(table)}`)).rows[0]?.count ?? 0);
}

/** Fills up every table that grows to at least `least` rows, past all rules, and gives how many rows each has. */
export async function fillGrowing(least: number): Promise<Sizes> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    const { rows } = await client.query<Column>(columns, [small, Object.keys(given)]);
    const sizes = new Map<string, number>();
    const parents = new Set(rows.map(({ refTable }) => refTable));
    // What others lean on comes first.
    const tables = [...new Set(rows.map(({ table }) => table))].toSorted((a, b) => Number(parents.has(b)) - Number(parents.has(a)));
    for (const table of tables) {
      const own = rows.filter((row) => row.table === table);
      const size = await sizeOf(client, table);
      if (size < least) await plant(client, { table, own, from: size, least }).catch((e: Error) => console.log(e.message, e.cause));
      sizes.set(table, await sizeOf(client, table));
    }
    // Words that were just added wait beside their index until they are put into it; so many of them would keep the planner from it.
    await client.query("VACUUM (ANALYZE)");
    return sizes;
  } finally {
    await client.end();
  }
}

async function plant(client: pg.Client, { table, own, from, least }: { table: string; own: readonly Column[]; from: number; least: number }): Promise<void> {
  const names = own.map(({ column }) => pg.escapeIdentifier(column)).join(", ");
  const text = `INSERT INTO ${pg.escapeIdentifier(table)} (${names}) SELECT ${own.map(valueOf).join(", ")} FROM generate_series(${from + 1}, ${least}) n${own.map(referredFrom).join("")} ON CONFLICT DO NOTHING`;
  try {
    await client.query(text);
  } catch (error) {
    throw new Error(`${table} can't be filled; tests/support/plans/growing.ts says with what: ${text}`, { cause: error });
  }
}
