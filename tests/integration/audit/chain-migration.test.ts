// A database that was filled before the audit was chained: its entries are chained as they are, in the order of their numbers.
import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { emptyChain, nextStep, type Link, type SealedEntry } from "@/lib/audit/chain/domain";
import { createHash } from "node:crypto";

const name = "20261125000800_audit_chain";
const database = `${inject("templateName")}_before_chain`;
const server = new pg.Client({ connectionString: inject("serverUrl") });
const url = new URL(inject("serverUrl"));
url.pathname = `/${database}`;
const client = new pg.Client({ connectionString: String(url) });
const run = (migration: string) => client.query(readFileSync(`prisma/migrations/${migration}/migration.sql`, "utf8"));

beforeAll(async () => {
  await server.connect();
  await server.query(`create database ${database}`);
  await client.connect();
  const earlier = readdirSync("prisma/migrations").filter((folder) => /^\d/.test(folder) && folder < name);
  for (const migration of earlier.toSorted()) await run(migration);
  await client.query(`
    INSERT INTO team (id, name) VALUES (1, 'North');
    INSERT INTO app_user (id, email, name, role, team_id) VALUES (1, 'a@test.invalid', 'A', 'ANALYST', 1);
    INSERT INTO incident (id, type, title, narrative, occurred_start, time_precision, location_precision, author_id, last_editor_id, team_id, flags)
      VALUES (5, 'CH04', 'Before', '', '2022-03-25', 'T4_DAY', 'L0_UNKNOWN', 1, 1, 1, '{}');
    INSERT INTO incident_version (incident_id, version, event, snapshot, actor_id, recorded_at) VALUES (5, 1, 'incident.logged', '{"title": "Before", "n": 1.50}', 1, '2026-01-01T00:00:00Z');
    INSERT INTO audit_entry (at, actor_id, event, subject_type, subject_id, data)
      VALUES ('2026-01-01T00:00:00.123Z', NULL, 'session.refused', 'user', 'unknown', '{"email": "é\\u0007\\"x\\""}'), ('2026-01-01T00:00:00Z', 1, 'incident.logged', 'incident', '5', '{"version": 1, "changed": []}');
    INSERT INTO audit_entry (at, event, subject_type, subject_id, data) SELECT now(), 'reference.loaded', 'reference', g::text, jsonb_build_object('rows', g) FROM generate_series(1, 500) g;`);
});
afterAll(async () => {
  await client.end();
  await server.query(`drop database ${database} with (force)`);
  await server.end();
});

it("every entry gets its link, and a later one goes on from there", async () => {
  const before = await client.query("SELECT * FROM audit_entry ORDER BY id");
  await run(name);
  expect((await client.query("SELECT * FROM audit_entry ORDER BY id")).rows).toEqual(before.rows);
  await client.query("INSERT INTO audit_entry (at, event, subject_type, subject_id, data) VALUES (now(), 'reference.loaded', 'reference', 'later', '{}')");
  const { rows } = await client.query<Omit<Link, "entry" | "version"> & SealedEntry>(`
    SELECT s.seq::int, s.entry_id::text AS "entryId", s.record_hash AS "recordHash", s.prev_hash AS "prevHash", s.hash, e.at, e.actor_id AS "actorId", e.event, e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.data::text AS "dataText"
      FROM audit_seal s JOIN audit_entry e ON e.id = s.entry_id ORDER BY s.seq`);
  expect(rows.length).toBe(503);
  let head = emptyChain;
  for (const row of rows) {
    const { seq, hash } = row;
    const isLogged = row.event === "incident.logged";
    const version = isLogged ? { incidentId: 5, version: 1, event: "incident.logged", actorId: 1, recordedAt: new Date("2026-01-01T00:00:00Z"), snapshotText: '{"n": 1.50, "title": "Before"}' } : undefined;
    const next = nextStep(head, { ...row, entry: { ...row, id: row.entryId }, version }, (text) => createHash("sha256").update(text).digest("hex"));
    expect(next).toMatchObject({ ok: true });
    head = { seq, hash };
  }
});
