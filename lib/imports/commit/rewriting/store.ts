import { createHash } from "node:crypto";
import { versionText } from "@/lib/audit/chain/domain";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { recordSelect, storedRecord, type StoredRecord } from "@/lib/incidents/record/queries";
import { bundleSize, insertLines, type Batch } from "../store";

/** Records that are read and written at once. */
export const rewritingSize = 500;

export type Place = { placeId: number | null; placeName: string | null };
/** The place that a line names: as written, and the one on file that it means. A snapshot has only what is shown of it. */
export type LinePlace = { list: "claim" | "observation"; position: number; name: string; placeId: number | null };
export type Rewriting = { record: StoredRecord; after: IncidentView; place: Place };
type Act = Pick<Batch, "importId" | "authorId" | "now"> & { event: "incident.imported" | "import.undone" };

export type HeldRecord = { record: StoredRecord; place: Place; linePlaces: LinePlace[] };

/** These records with their places, held against others' changes until the transaction ends. */
export async function holdRecords(tx: Tx, ids: readonly number[]): Promise<Map<number, HeldRecord>> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM incident WHERE id = ANY(${[...ids]}::int[]) ORDER BY id FOR UPDATE`);
  const rows = await tx.incident.findMany({ where: { id: { in: [...ids] } }, select: { ...recordSelect, placeId: true } });
  const lines = await linePlacesOf(tx, ids);
  return new Map(rows.map((row) => [row.id, {
    record: storedRecord(row), place: { placeId: row.placeId, placeName: row.placeName },
    linePlaces: lines.filter(({ incidentId }) => incidentId === row.id).map(({ list, position, name, placeId }) => ({ list, position, name, placeId })),
  }]));
}

const linePlacesOf = (tx: Tx, ids: readonly number[]): Promise<(LinePlace & { incidentId: number })[]> =>
  tx.$queryRaw(Prisma.sql`
    SELECT incident_id AS "incidentId", 'claim' AS list, position, event_place AS name, event_place_id AS "placeId" FROM claim
     WHERE incident_id = ANY(${[...ids]}::int[]) AND event_place IS NOT NULL AND merged_from_id IS NULL
    UNION ALL
    SELECT incident_id, 'observation', position, observer_place, observer_place_id FROM observation
     WHERE incident_id = ANY(${[...ids]}::int[]) AND observer_place IS NOT NULL AND merged_from_id IS NULL
     ORDER BY 1, 2, 3`);

/** Gives lines that were written anew the places that they named before. */
export async function restoreLinePlaces(tx: Tx, records: readonly { incidentId: number; linePlaces: readonly LinePlace[] }[]): Promise<void> {
  const lines = JSON.stringify(records.flatMap(({ incidentId, linePlaces }) => linePlaces.map((line) => ({ ...line, incidentId }))));
  const named = Prisma.sql`jsonb_to_recordset(${lines}::jsonb) AS n("incidentId" int, list text, position int, name text, "placeId" int)`;
  await tx.$executeRaw(Prisma.sql`
    UPDATE claim l SET event_place = n.name, event_place_id = p.id FROM ${named} LEFT JOIN place p ON p.id = n."placeId" WHERE n.list = 'claim' AND l.incident_id = n."incidentId" AND l.position = n.position`);
  await tx.$executeRaw(Prisma.sql`
    UPDATE observation l SET observer_place = n.name, observer_place_id = p.id FROM ${named} LEFT JOIN place p ON p.id = n."placeId" WHERE n.list = 'observation' AND l.incident_id = n."incidentId" AND l.position = n.position`);
}

/** Writes new content over held records, with a version of each in a bundle; returns the bundles, yet to be sealed. */
export async function rewriteRecords(tx: Tx, act: Act, rewritings: readonly Rewriting[]): Promise<number[]> {
  const bundles: number[] = [];
  for (let at = 0; at < rewritings.length; at += Math.min(rewritingSize, bundleSize)) bundles.push(await rewriteSome(tx, act, rewritings.slice(at, at + rewritingSize)));
  return bundles;
}

async function rewriteSome(tx: Tx, act: Act, rewritings: readonly Rewriting[]): Promise<number> {
  const ids = rewritings.map(({ record }) => record.id);
  // First the state, then the lines: the database guards the lines of an approved record.
  await writeColumns(tx, act, rewritings);
  for (const table of ["claim", "casualty", "observation", "incident_obligation", "incident_source"]) {
    await tx.$executeRaw(Prisma.sql`DELETE FROM ${Prisma.raw(table)} WHERE incident_id = ANY(${ids}::int[]) AND merged_from_id IS NULL`);
  }
  const bundle = await insertVersions(tx, act, rewritings);
  await insertLines(tx, [bundle]);
  return bundle;
}

async function writeColumns(tx: Tx, { authorId, now }: Act, rewritings: readonly Rewriting[]): Promise<void> {
  const rows = rewritings.map(({ record, after, place }) => ({ id: record.id, place_id: place.placeId, place_name: place.placeName, view: after }));
  await tx.$executeRaw(Prisma.sql`
    UPDATE incident i SET
      external_id = x."externalId", type = x.type, title = x.title, narrative = x.narrative, occurred_start = o.start, occurred_end = o."end", occurred_time = o.time, zone = o.zone, time_precision = o.precision,
      place_id = g.place_id, place_name = g.place_name, unit_code = p.unit, lat = p.lat, lon = p.lon, location_precision = p.precision, severity = x.severity, sensitivity = x.sensitivity, flags = x.flags,
      workflow = x.workflow, verification = x.verification, claimed_by_id = NULL, last_editor_id = ${authorId}, version = i.version + 1, content_version = i.content_version + 1, updated_at = ${now}
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g(id int, place_id int, place_name text, view jsonb)
     CROSS JOIN LATERAL jsonb_to_record(g.view) AS x("externalId" text, type text, title text, narrative text, occurred jsonb, place jsonb, severity text, sensitivity text, flags text[], workflow text, verification text)
     CROSS JOIN LATERAL jsonb_to_record(x.occurred) AS o(start date, "end" date, time text, zone text, precision text)
     CROSS JOIN LATERAL jsonb_to_record(x.place) AS p(unit text, lat float8, lon float8, precision text)
     WHERE i.id = g.id`);
}

async function insertVersions(tx: Tx, { importId, authorId, now, event }: Act, rewritings: readonly Rewriting[]): Promise<number> {
  const versions = rewritings.map(({ record, after }) => {
    const { facts, contentVersion, teamId, reference } = record;
    const snapshot = { ...after, contentVersion: contentVersion + 1, authorId: facts.authorId, lastEditorId: authorId, teamId, ...reference };
    const sealed = { incidentId: record.id, version: after.version, event, actorId: authorId, recordedAt: now, snapshotText: JSON.stringify(snapshot) };
    return { id: record.id, version: after.version, snapshot, leaf: createHash("sha256").update(versionText(sealed), "utf8").digest("hex") };
  });
  const leaves = versions.toSorted((a, b) => a.id - b.id).map(({ id, version, leaf }) => `${id}:${version} ${leaf}`).join("\n");
  const bundle = await tx.auditBundle.create({ data: { importId, records: versions.length, leaves }, select: { id: true } });
  await tx.incidentVersion.createMany({ data: versions.map(({ id, version, snapshot }) => ({ incidentId: id, version, event, snapshot, actorId: authorId, recordedAt: now, bundleId: bundle.id })) });
  return bundle.id;
}
