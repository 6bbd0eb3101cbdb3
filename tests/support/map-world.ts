// Records all over the map, planted past the services: of every role's team, state, mark and precision, as an import of years would leave them.
import { incidentTypeCodes } from "@/lib/codelists/incident-type";
import { locationPrecisionCodes } from "@/lib/codelists/location-precision";
import { db } from "@/lib/db/client";
import { north, south, type World } from "./incident-world";

export type Planting = { readonly records: number; readonly seed?: number };

/** One statement, so that any number of records is planted as fast as the database writes. Numbers come from the record's own, so each run plants the same. */
export async function plantRecords(world: World, { records, seed = 1 }: Planting): Promise<void> {
  // A life is walked step by step; these begin where they end.
  await db().$executeRaw`ALTER TABLE incident DISABLE TRIGGER incident_begins_as_draft`;
  await db().$executeRaw`
    INSERT INTO incident (external_id, type, title, narrative, occurred_start, occurred_end, time_precision, unit_code, lat, lon, location_precision, sensitivity, protected_fields, verification,
                          workflow, team_id, author_id, last_editor_id, published_by_id, published_at, restriction)
    SELECT 'P-' || ${seed}::int || '-' || n, (${[...incidentTypeCodes]}::text[])[1 + pick(n, 1, ${incidentTypeCodes.length}::int)], 'Planted ' || n, 'Nothing but a number.',
           date '2020-11-10' + pick(n, 2, 2000), CASE WHEN pick(n, 3, 20) = 0 THEN date '2020-11-10' + pick(n, 2, 2000) + pick(n, 4, 200) END, 'T4_DAY',
           CASE WHEN pick(n, 5, 4) > 0 THEN (ARRAY['AZE-1739', 'AZE-1700'])[1 + pick(n, 6, 2)] END, p.lat, p.lon,
           (${[...locationPrecisionCodes]}::text[])[1 + CASE WHEN pick(n, 7, 2) = 0 THEN 1 ELSE pick(n, 8, 9) END],
           (ARRAY['S0_PUBLIC', 'S0_PUBLIC', 'S0_PUBLIC', 'S0_PUBLIC', 'S1_INTERNAL', 'S2_RESTRICTED', 'S3_SOURCE_PROTECTED'])[1 + pick(n, 9, 7)],
           (ARRAY['{}', '{}', '{}', '{"place": "S1_INTERNAL"}', '{"place": "S2_RESTRICTED"}', '{"place": "S3_SOURCE_PROTECTED"}', '{"narrative": "S2_RESTRICTED"}'])[1 + pick(n, 10, 7)]::jsonb,
           (ARRAY['V1_CLAIM', 'V2_REPORTED', 'V3_CORROBORATED'])[1 + pick(n, 11, 3)], w.workflow, (ARRAY[${north}::int, ${south}::int])[1 + pick(n, 12, 2)], ${world.analyst.userId}::int, ${world.analyst.userId}::int,
           CASE WHEN w.is_published THEN ${world.reviewer.userId}::int END, CASE WHEN w.is_published THEN now() END,
           CASE WHEN w.workflow IN ('DRAFT', 'SUBMITTED') AND pick(n, 18, 3) = 0 THEN 'ACLED_TERMS' END
      FROM generate_series(1, ${records}::int) AS n
     CROSS JOIN LATERAL (SELECT s.workflow, s.workflow IN ('PUBLISHED', 'CORRECTED', 'RETRACTED') OR (s.workflow = 'MERGED_INTO' AND pick(n, 13, 2) = 0) AS is_published
                           FROM (SELECT (ARRAY['PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'DRAFT', 'SUBMITTED', 'RETRACTED', 'MERGED_INTO', 'UNDONE'])[1 + pick(n, 14, 9)] AS workflow) s) w
     CROSS JOIN LATERAL (SELECT CASE WHEN pick(n, 15, 8) > 0 THEN round((38.8 + pick(n, 16, 25000) / 10000.0)::numeric, 4) END AS lat,
                                CASE WHEN pick(n, 15, 8) > 0 THEN round((44.5 + pick(n, 17, 32000) / 10000.0)::numeric, 4) END AS lon) p`;
  await db().$executeRaw`ALTER TABLE incident ENABLE TRIGGER incident_begins_as_draft`;
}

/** A number from 0 to below `most` that a record's number and a question always give. */
export async function makePick(): Promise<void> {
  await db().$executeRaw`
    CREATE OR REPLACE FUNCTION pick(n int, question int, most int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT (hashint8extended(n, question) & 2147483647)::int % most $$`;
}
