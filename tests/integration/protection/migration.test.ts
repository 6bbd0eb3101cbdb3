// A database that was filled before fields had marks: its records get their withheld fields, their points, their notices and their public changes.
import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";

const name = "20261125001000_protection";
const database = `${inject("templateName")}_before_marks`;
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
    INSERT INTO app_user (id, email, name, role, team_id) VALUES (1, 'a@test.invalid', 'A', 'ANALYST', 1), (2, 'b@test.invalid', 'B', 'REVIEWER', 1), (3, 'c@test.invalid', 'C', 'REVIEWER', 1);
    INSERT INTO incident (id, type, title, narrative, occurred_start, time_precision, location_precision, author_id, last_editor_id, team_id, flags, sensitivity, lat, lon)
      SELECT id, 'CH04', 'Before', '', '2022-03-25', 'T4_DAY', 'L1_EXACT', 1, 1, 1, '{}', mark, 40.0617, 46.7319
        FROM (VALUES (5, 'S0_PUBLIC'), (6, 'S2_RESTRICTED'), (7, 'S3_SOURCE_PROTECTED'), (8, 'S0_PUBLIC')) AS given(id, mark);
    INSERT INTO review (incident_id, content_version, reviewer_id, decision, created_at) SELECT 5, 1, r, d, '2026-01-02' FROM unnest('{2,3}'::int[]) r, unnest('{APPROVE,RETRACT}'::text[]) d;
    UPDATE incident SET workflow = 'APPROVED' WHERE id = 5;
    UPDATE incident SET workflow = 'PUBLISHED', published_by_id = 2, published_at = '2026-01-03T10:00:00Z' WHERE id = 5;
    UPDATE incident SET workflow = 'RETRACTED', notice_reason = 'Withdrawn.' WHERE id = 5;
    INSERT INTO incident_version (incident_id, version, event, snapshot, actor_id, recorded_at) VALUES (5, 4, 'incident.retracted', '{}', 2, '2026-01-04T10:00:00Z');
    INSERT INTO audit_entry (at, actor_id, event, subject_type, subject_id, data) VALUES
      ('2026-01-01T10:00:00Z', 1, 'incident.logged', 'incident', '5', '{}'), ('2026-01-02T10:00:00Z', 1, 'incident.mergeReceived', 'incident', '5', '{}'),
      ('2026-01-03T10:00:00Z', 2, 'incident.published', 'incident', '5', '{}'), ('2026-01-04T10:00:00Z', 2, 'incident.retracted', 'incident', '5', '{}'),
      ('2026-01-04T10:00:00Z', 2, 'incident.mergedInto', 'incident', '8', '{}');`);
  await run(name);
});
afterAll(async () => {
  await client.end();
  await server.query(`drop database ${database} with (force)`);
  await server.end();
});

it("each record has the fields that its mark withholds, and one point for everybody", async () => {
  const { rows } = await client.query<{ id: number; internal: string[]; restricted: string[]; lat: number; lon: number; version: number }>(
    "SELECT id, internal_fields AS internal, restricted_fields AS restricted, public_lat AS lat, public_lon AS lon, version FROM incident ORDER BY id",
  );
  const [open, restricted, protectedOne] = rows;
  expect(open).toMatchObject({ internal: [], restricted: [], lat: 40.0617, lon: 46.7319 });
  expect(restricted?.restricted).toEqual(["narrative", "place", "quotes"]);
  expect(protectedOne?.internal).toEqual(["narrative", "place", "quotes", "sources", "time", "title", "unit"]);
  for (const row of [restricted, protectedOne]) expect([row?.lat, row?.lon]).not.toContain(40.0617);
  // Nothing was edited: nobody's ETag is stale.
  expect(rows.map((row) => row.version)).toEqual([1, 1, 1, 1]);
});

it("a notice says since when it stands", async () => {
  const { rows } = await client.query<{ at: Date | null }>("SELECT notice_at AS at FROM incident ORDER BY id");
  expect(rows.map(({ at }) => at?.toISOString() ?? null)).toEqual(["2026-01-04T10:00:00.000Z", null, null, null]);
});

it("and the feeds know what was public, not what came before or never was", async () => {
  const { rows } = await client.query<{ event: string; seq: string }>("SELECT incident_id, event, seq FROM public_change ORDER BY seq");
  expect(rows).toEqual([{ incident_id: 5, event: "incident.published", seq: "3" }, { incident_id: 5, event: "incident.retracted", seq: "4" }]);
});
