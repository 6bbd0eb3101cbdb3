// Many records of every sort, put in by SQL alone: for tests that hold a fast answer against a slow one.
import fc from "fast-check";
import { incidentTypeCodes } from "@/lib/codelists/incident-type";
import { verificationCodes } from "@/lib/codelists/verification";
import { workflowStateCodes } from "@/lib/codelists/workflow";
import { db } from "@/lib/db/client";
import { incidentFilter, type IncidentFilter } from "@/lib/incidents/schema";
import { addDays, calendarDate } from "@/lib/kernel/calendar-date";
import type { World } from "./incident-world";

/** The row-by-row rules: made-up rows come in as they are, in whatever state. */
const guards = [["incident", "incident_begins_as_draft"], ["claim", "claim_added"], ["observation", "observation_added"], ["incident_obligation", "incident_obligation_finding"]] as const;
const switched = async (to: "DISABLE" | "ENABLE"): Promise<void> => {
  for (const [table, name] of guards) await db().$executeRawUnsafe(`ALTER TABLE ${table} ${to} TRIGGER ${name}`);
};

export const manyTypes = incidentTypeCodes.slice(0, 6);
export const manyFrom = calendarDate("2021-01-01");
const days = 150;

/** Plants `count` records, the same ones for the same seed. A second duty is made, so that a record may bear two. */
export async function plantMany(world: World, { count, seed = 0.25 }: { count: number; seed?: number }): Promise<void> {
  await db().$executeRaw`
    INSERT INTO obligation (agreement_id, clause_id, code, title, kind, subject, description, reading, beneficiary, scope, verifier, confidence, position)
    SELECT agreement_id, clause_id, 'T-1b', title, kind, subject, description, reading, beneficiary, scope, verifier, confidence, 2 FROM obligation WHERE code = 'T-1a'`;
  await switched("DISABLE");
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT setseed(${seed}::float8)::text`;
    await tx.$executeRaw`
      INSERT INTO incident (type, title, narrative, occurred_start, occurred_end, time_precision, unit_code, lat, lon, location_precision, severity, sensitivity, protected_fields, verification, workflow,
        author_id, last_editor_id, team_id, published_at, restriction, note, flags)
      SELECT (${[...manyTypes]}::text[])[1 + floor(random() * 6)::int], 'Record ' || n || CASE WHEN n % 7 = 0 THEN ' zebra' ELSE '' END, 'Text ' || n || CASE WHEN n % 5 = 0 THEN ' giraffe' ELSE '' END,
        d.day, CASE WHEN random() < 0.2 THEN d.day + floor(random() * 70)::int END, 'T4_DAY', CASE WHEN random() < 0.8 THEN (ARRAY['AZE-1739', 'AZE-1700'])[1 + n % 2] END,
        p.lat, p.lat + 6, (ARRAY['L2_SETTLEMENT', 'L2_SETTLEMENT', 'L4_DISTRICT', 'L7_COUNTRY'])[1 + n % 4], (ARRAY['LOW', 'HIGH', 'SEVERE', NULL])[1 + floor(random() * 4)::int],
        (ARRAY['S0_PUBLIC', 'S0_PUBLIC', 'S0_PUBLIC', 'S1_INTERNAL', 'S2_RESTRICTED', 'S3_SOURCE_PROTECTED'])[1 + floor(random() * 6)::int],
        CASE WHEN random() < 0.2 THEN jsonb_build_object((ARRAY['place', 'title', 'narrative'])[1 + n % 3], (ARRAY['S1_INTERNAL', 'S2_RESTRICTED', 'S3_SOURCE_PROTECTED'])[1 + floor(random() * 3)::int]) ELSE '{}' END,
        (${[...verificationCodes]}::text[])[1 + floor(random() * ${verificationCodes.length})::int], s.workflow, ${world.analyst.userId}::int, ${world.analyst.userId}::int,
        (ARRAY[${world.analyst.teamId}::int, ${world.stranger.teamId}::int])[1 + floor(random() * 2)::int],
        CASE WHEN s.workflow IN ('PUBLISHED', 'CORRECTED', 'RETRACTED') OR (s.workflow = 'MERGED_INTO' AND random() < 0.5) THEN now() END,
        CASE WHEN s.workflow IN ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'REJECTED') AND random() < 0.3 THEN 'ACLED_TERMS' END, NULL, '{}'
      FROM generate_series(1, ${count}::int) n, LATERAL (SELECT ${manyFrom}::date + floor(random() * ${days})::int + n * 0 AS day) d, LATERAL (SELECT CASE WHEN random() + n * 0 < 0.8 THEN 39 + random() * 2 END AS lat) p,
        LATERAL (SELECT CASE WHEN random() + n * 0 < 0.5 THEN 'PUBLISHED' ELSE (${[...workflowStateCodes]}::text[])[1 + floor(random() * ${workflowStateCodes.length})::int] END AS workflow) s`;
    await tx.$executeRaw`
      INSERT INTO claim (incident_id, position, stance, speaker, against)
      SELECT i.id, c, (ARRAY['ALLEGED_BY', 'DENIED_BY', 'FOUND_BY', 'COUNTER_ALLEGED_BY'])[1 + floor(random() * 4)::int], (ARRAY['AZ', 'AM', 'AZ_MOD', 'AM_MOD', 'RU_MOD', 'ICJ'])[1 + floor(random() * 6)::int],
        (ARRAY['AZ', 'AM', NULL])[1 + floor(random() * 3)::int] FROM incident i, generate_series(0, i.id % 3) c WHERE c > 0`;
    await tx.$executeRaw`INSERT INTO incident_obligation (incident_id, obligation_id, relation) SELECT i.id, o.id, 'CONTEXT' FROM incident i, obligation o WHERE o.code IN ('T-1a', 'T-1b') AND random() < 0.5 ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`INSERT INTO observation (incident_id, position, kind, means, direction, count_best, count_unit) SELECT i.id, 1, 'SHOT', 'HEARD', 'UNDETERMINED', 1 + i.id % 20, (ARRAY['SHOT', 'CASE_AS_REPORTED'])[1 + i.id % 2] FROM incident i WHERE random() < 0.5`;
  }, { timeout: 60_000 });
  await switched("ENABLE");
}

const some = <T extends string>(values: readonly T[], max = 3) => fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: max }), { nil: [] as T[], freq: 1 });
const day = fc.option(fc.integer({ min: -40, max: days + 40 }).map((offset) => addDays(manyFrom, offset)), { nil: undefined });

/** A filter of any sort over those records; two days come in their order. */
export const anyFilter: fc.Arbitrary<IncidentFilter> = fc
  .record({
    days: fc.tuple(day, day), type: some(manyTypes), unit: some(["AZE-1739", "AZE-1700"]), party: some(["AZ", "AM", "RU", "NOBODY"]), verification: some(verificationCodes), workflow: some(workflowStateCodes, 4),
    obligation: some(["T-1a", "T-1b", "NONE"]),
    bbox: fc.option(fc.constantFrom("45,39,46.5,41", "46,39.5,46.2,39.9", "170,39,46,40"), { nil: undefined, freq: 5 }), sort: fc.constantFrom("-occurred", "occurred"), limit: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ days: [a, b], bbox, ...filter }) => {
    const [from, to] = a !== undefined && b !== undefined && a > b ? [b, a] : [a, b];
    return incidentFilter.parse({ ...filter, ...(from && { from }), ...(to && { to }), ...(bbox && { bbox }) });
  });
