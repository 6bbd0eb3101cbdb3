import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";

/** Who writes what, when and how. */
export type Batch = { importId: number; authorId: number; teamId: number; restriction: string | null; workflow: "DRAFT" | "SUBMITTED"; now: Date };

/** How many versions one audit entry speaks for. */
export const bundleSize = 1000;

/** Registers the sources that come with the rows to be written; returns how many. */
export async function registerSources(tx: Tx, { importId, authorId, now }: Batch): Promise<number> {
  const count = await tx.$executeRaw(Prisma.sql`
    INSERT INTO source (id, key, publisher, title, published_on, url, basis, kind, alignment, reliability, created_at)
    SELECT n.source_id, 'src_' || n.source_id, n.publisher, NULL, n.published_on, n.url, 'data', 'DATASET', 'UNKNOWN', n.reliability, ${now}
      FROM import_source n
     WHERE n.import_id = ${importId}
       AND n.source_id IN (SELECT unnest(new_sources) FROM import_row WHERE import_id = ${importId} AND effect IN ('CREATE', 'UPDATE') AND new_sources <> '{}')
     ORDER BY n.source_id`);
  if (count > 0) {
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO audit_entry (at, actor_id, event, subject_type, subject_id, data)
      SELECT ${now}, ${authorId}, 'import.sourcesRegistered', 'import', ${String(importId)}, jsonb_build_object('sources', jsonb_agg(id ORDER BY id))
        FROM (SELECT s.id, (row_number() OVER (ORDER BY s.id) - 1) / ${bundleSize} AS part FROM import_source n JOIN source s ON s.id = n.source_id WHERE n.import_id = ${importId}) made
       GROUP BY part ORDER BY part`);
  }
  return count;
}

/** The text that is hashed for a version, as docs/audit-chain.md says; `text` is the snapshot in canonical form. */
const leafText = (id: Prisma.Sql, text: Prisma.Sql, { authorId, now, event }: { authorId: number; now: Date; event: string }): Prisma.Sql =>
  Prisma.sql`${`{"actorId":${authorId},"event":${JSON.stringify(event)},"incidentId":`}::text || ${id} || ${`,"recordedAt":"${now.toISOString()}","snapshot":`}::text || ${text} || ',"version":1}'`;

const mark = (name: string): string => JSON.stringify(`\u0000${name}`);

/** The content of a row with its marks filled in (`filledSnapshot` in lib/imports/staging/domain.ts, in SQL). */
const filled = ({ now, workflow }: Batch): Prisma.Sql => Prisma.sql`
  replace(replace(replace(replace(r.content, ${mark("at")}, ${JSON.stringify(now.toISOString())}), ${mark("workflow")}, ${JSON.stringify(workflow)}),
    ${mark("reference")}, '"TL-' || lpad(r.id::text, greatest(6, length(r.id::text)), '0') || '"'), ${mark("id")}, r.id::text)`;

/**
 * Writes the new records among the rows after `after` up to `upTo`: incident, first version, its digest in a bundle, and what the batch
 * keeps of it. Lines follow by `insertLines`. Returns the bundles and how many
 * records there are.
 */
export async function insertRecords(tx: Tx, batch: Batch, { after, upTo }: { after: number; upTo: number }): Promise<{ bundles: number[]; count: number }> {
  const { importId, authorId, teamId, restriction, now } = batch;
  const bundles = await tx.$queryRaw<{ id: number; records: number }[]>(Prisma.sql`
    WITH numbered AS MATERIALIZED (
      SELECT n.*, (n.record - 1) / ${bundleSize} AS part
        FROM (SELECT record, content, digest, external_id, place_id, place_name, nextval(pg_get_serial_sequence('incident', 'id'))::int AS id
                FROM (SELECT * FROM import_row WHERE import_id = ${importId} AND effect = 'CREATE' AND record > ${after} AND record <= ${upTo} ORDER BY record) o) n
    ), read AS MATERIALIZED (
      SELECT t.*, t.text::jsonb AS snapshot, public.sha256_hex(${leafText(Prisma.sql`t.id`, Prisma.sql`t.text`, { authorId, now, event: "incident.imported" })}) AS leaf
        FROM (SELECT r.record, r.part, r.id, r.digest, r.external_id, r.place_id, r.place_name, ${filled(batch)} AS text FROM numbered r) t
    ), parts AS MATERIALIZED (
      SELECT part, nextval(pg_get_serial_sequence('audit_bundle', 'id'))::int AS bundle_id FROM (SELECT DISTINCT part FROM numbered ORDER BY part) p
    ), bundles AS (
      INSERT INTO audit_bundle (id, import_id, records, leaves)
      SELECT p.bundle_id, ${importId}, count(*), string_agg(r.id || ':1 ' || r.leaf, E'\n' ORDER BY r.id) FROM read r JOIN parts p ON p.part = r.part GROUP BY p.bundle_id ORDER BY p.bundle_id
      RETURNING id, records
    ), incidents AS (
      INSERT INTO incident (id, external_id, type, title, narrative, occurred_start, occurred_end, occurred_time, zone, time_precision, place_id, place_name, unit_code, lat, lon, location_precision,
                            severity, sensitivity, flags, workflow, author_id, last_editor_id, team_id, import_id, restriction, created_at, updated_at, submitted_at)
      SELECT r.id, x."externalId", x.type, x.title, x.narrative, o.start, o."end", o.time, o.zone, o.precision, r.place_id, r.place_name, p.unit, p.lat, p.lon, p.precision,
             x.severity, x.sensitivity, x.flags, x.workflow, ${authorId}, ${authorId}, ${teamId}, ${importId}, ${restriction}, ${now}, ${now}, CASE WHEN x.workflow = 'SUBMITTED' THEN ${now}::timestamptz END
        FROM read r
       CROSS JOIN LATERAL jsonb_to_record(r.snapshot) AS x("externalId" text, type text, title text, narrative text, occurred jsonb, place jsonb, severity text, sensitivity text, flags text[], workflow text)
       CROSS JOIN LATERAL jsonb_to_record(x.occurred) AS o(start date, "end" date, time text, zone text, precision text)
       CROSS JOIN LATERAL jsonb_to_record(x.place) AS p(unit text, lat float8, lon float8, precision text)
       ORDER BY r.id
    ), versions AS (
      INSERT INTO incident_version (incident_id, version, event, snapshot, actor_id, recorded_at, bundle_id)
      SELECT r.id, 1, 'incident.imported', r.snapshot, ${authorId}, ${now}, p.bundle_id FROM read r JOIN parts p ON p.part = r.part ORDER BY r.id
    ), kept AS (
      INSERT INTO import_record (import_id, record, incident_id, effect, version_after, digest, is_named)
      SELECT ${importId}, r.record, r.id, 'CREATE', 1, r.digest, r.external_id IS NOT NULL FROM read r ORDER BY r.record
    )
    SELECT id, records FROM bundles`);
  return { bundles: bundles.map(({ id }) => id), count: bundles.reduce((sum, { records }) => sum + records, 0) };
}

/** Writes the lines of the versions in these bundles: claims, counts, observations, obligations and sources, as the snapshots tell them. */
export async function insertLines(tx: Tx, bundles: readonly number[]): Promise<void> {
  if (bundles.length === 0) return;
  const lines = (list: string): Prisma.Sql => Prisma.sql`
    (SELECT v.incident_id, l.position::int - 1 AS position, l.value FROM incident_version v CROSS JOIN LATERAL jsonb_array_elements(v.snapshot -> ${list}) WITH ORDINALITY AS l(value, position)
      WHERE v.bundle_id = ANY(${[...bundles]}::int[]) ORDER BY v.incident_id, l.position)`;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO claim (incident_id, position, stance, speaker, against, stated_on, source_id, quote, locator, credibility, event_on, event_place)
    SELECT l.incident_id, l.position, x.stance, x.speaker, x.against, x."statedOn", x.source, x.quote, x.locator, x.credibility, x."eventOn", x."eventPlace"
      FROM ${lines("claims")} l
     CROSS JOIN LATERAL jsonb_to_record(l.value) AS x(stance text, speaker text, against text, "statedOn" date, source int, quote text, locator text, credibility smallint, "eventOn" date, "eventPlace" text)`);
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO casualty (incident_id, position, outcome, status, side, low, best, high, is_order_flagged, source_id, counted_by)
    SELECT l.incident_id, l.position, x.outcome, x.status, x.side, x.low, x.best, x.high, x."orderFlagged", x.source, x."countedBy"
      FROM ${lines("casualties")} l
     CROSS JOIN LATERAL jsonb_to_record(l.value) AS x(outcome text, status text, side text, low int, best int, high int, "orderFlagged" boolean, source int, "countedBy" text)`);
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO observation (incident_id, position, kind, means, direction, count_low, count_best, count_high, count_unit, weapon, weapon_calibre_mm, observer_place, bearing16, distance_km_low, distance_km_high)
    SELECT l.incident_id, l.position, x.kind, x.means, x.direction, x."countLow", x."countBest", x."countHigh", x."countUnit", x.weapon, x."weaponCalibreMm", x."observerPlace", x.bearing16, x."distanceKmLow", x."distanceKmHigh"
      FROM ${lines("observations")} l
     CROSS JOIN LATERAL jsonb_to_record(l.value) AS x(kind text, means text, direction text, "countLow" int, "countBest" int, "countHigh" int, "countUnit" text, weapon text,
                                                      "weaponCalibreMm" float8, "observerPlace" text, bearing16 text, "distanceKmLow" float8, "distanceKmHigh" float8)`);
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO incident_obligation (incident_id, obligation_id, relation)
    SELECT l.incident_id, o.id, l.value ->> 'relation' FROM ${lines("obligations")} l JOIN obligation o ON o.code = l.value ->> 'code'`);
  await tx.$executeRaw(Prisma.sql`INSERT INTO incident_source (incident_id, source_id) SELECT l.incident_id, (l.value #>> '{}')::int FROM ${lines("sources")} l`);
}

/** The counts by facets of what a batch brings in are made once, at its end: until then the triggers leave them out. */
export async function holdFacetCounts(tx: Tx): Promise<void> {
  await tx.$executeRaw(Prisma.sql`SELECT set_config('truce_ledger.is_rebuilding', 'on', true)`);
}

/** Counts the facets of all records that the batch brought in, and leaves counting to the triggers again. */
export async function countFacets(tx: Tx, importId: number): Promise<void> {
  await tx.$executeRaw(Prisma.sql`SELECT tally_facets_of_batch(${importId}::int)`);
  await tx.$executeRaw(Prisma.sql`SELECT set_config('truce_ledger.is_rebuilding', 'off', true)`);
}

/** An audit entry for each of these bundles: with it, the chain holds every version in it. */
export async function sealBundles(tx: Tx, { importId, authorId, now }: Pick<Batch, "importId" | "authorId" | "now">, bundles: readonly number[]): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO audit_entry (at, actor_id, event, subject_type, subject_id, data)
    SELECT ${now}, ${authorId}, 'import.sealed', 'import', ${String(importId)}, jsonb_build_object('bundle', id, 'records', records) FROM audit_bundle WHERE id = ANY(${[...bundles]}::int[]) ORDER BY id`);
}

/** The number of the last row of the import. */
export async function lastRecord(tx: Tx, importId: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ last: number | null }[]>(Prisma.sql`SELECT max(record)::int AS last FROM import_row WHERE import_id = ${importId}`);
  return row?.last ?? 0;
}
