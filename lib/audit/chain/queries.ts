import { db } from "@/lib/db/client";
import type { ChainFault, Head, Link, SealedVersion } from "./domain";

type Row = {
  seq: bigint; entryId: string; recordHash: string | null; prevHash: string; hash: string;
  isThere: boolean; at: Date; actorId: number | null; event: string; subjectType: string; subjectId: string; dataText: string;
  version: number | null; versionIncident: number; versionEvent: string; versionActor: number; recordedAt: Date; snapshotText: string;
  bundleId: number | null;
};

const batchSize = 2000;

/** Every link up to `end` in its order, with what it seals as it is now, batch by batch: memory is flat in the length of the chain. */
export async function* streamLinks(end: number): AsyncGenerator<Link[]> {
  for (let after = 0; ; ) {
    const links = await readLinks(after, end);
    if (links.length > 0) yield links;
    const last = links.at(-1);
    if (links.length < batchSize || !last) return;
    after = last.seq;
  }
}

async function readLinks(after: number, end: number): Promise<Link[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT s.seq, s.entry_id::text AS "entryId", s.record_hash AS "recordHash", s.prev_hash AS "prevHash", s.hash,
           e.id IS NOT NULL AS "isThere", e.at, e.actor_id AS "actorId", e.event, e.subject_type AS "subjectType", e.subject_id AS "subjectId", e.data::text AS "dataText",
           v.version, v.incident_id AS "versionIncident", v.event AS "versionEvent", v.actor_id AS "versionActor", v.recorded_at AS "recordedAt", v.snapshot::text AS "snapshotText",
           CASE WHEN e.subject_type = 'import' AND e.event = 'import.sealed' AND e.data ->> 'bundle' ~ '^[0-9]{1,9}$' THEN (e.data ->> 'bundle')::int END AS "bundleId"
      FROM audit_seal s
      LEFT JOIN audit_entry e ON e.id = s.entry_id
      LEFT JOIN incident_version v ON e.subject_type = 'incident'
            AND v.incident_id = CASE WHEN e.subject_id ~ '^[0-9]{1,9}$' THEN e.subject_id::int END
            AND v.version = CASE WHEN e.data ->> 'version' ~ '^[0-9]{1,9}$' THEN (e.data ->> 'version')::int END
     WHERE s.seq > ${after} AND s.seq <= ${end}
     ORDER BY s.seq LIMIT ${batchSize}`;
  return rows.map(linkOf);
}

function linkOf(row: Row): Link {
  const { entryId, recordHash, prevHash, hash, at, actorId, event, subjectType, subjectId, dataText } = row;
  return {
    seq: Number(row.seq), entryId, recordHash, prevHash, hash,
    entry: row.isThere ? { id: entryId, at, actorId, event, subjectType, subjectId, dataText } : undefined,
    bundleId: row.bundleId ?? undefined,
    version:
      row.version === null
        ? undefined
        : { incidentId: row.versionIncident, version: row.version, event: row.versionEvent, actorId: row.versionActor, recordedAt: row.recordedAt, snapshotText: row.snapshotText },
  };
}

/** The digests of a bundle with the versions that say they belong to it; no digests where the bundle is gone. */
export async function readBundle(id: number): Promise<{ leaves: string | undefined; versions: SealedVersion[] }> {
  const bundle = await db().auditBundle.findUnique({ where: { id }, select: { leaves: true } });
  const versions = await db().$queryRaw<SealedVersion[]>`
    SELECT incident_id AS "incidentId", version, event, actor_id AS "actorId", recorded_at AS "recordedAt", snapshot::text AS "snapshotText"
      FROM incident_version WHERE bundle_id = ${id} ORDER BY incident_id, version`;
  return { leaves: bundle?.leaves, versions };
}

/** The last link; undefined where nothing was recorded yet. */
export async function findHead(): Promise<Head | undefined> {
  const row = await db().auditSeal.findFirst({ orderBy: { seq: "desc" }, select: { seq: true, hash: true } });
  return row === null ? undefined : { seq: Number(row.seq), hash: row.hash };
}

/** What the link after this one holds as the hash before it. */
export async function findPrevHashAfter(seq: number): Promise<string | undefined> {
  const row = await db().auditSeal.findFirst({ where: { seq: { gt: seq } }, orderBy: { seq: "asc" }, select: { prevHash: true } });
  return row?.prevHash;
}

/** The first entry that no link seals, or the first kept version or bundle that no entry speaks of: put there past the product. */
export async function findUnsealed(): Promise<ChainFault | undefined> {
  const [entry] = await db().$queryRaw<{ id: string }[]>`
    SELECT e.id::text FROM audit_entry e WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.entry_id = e.id) ORDER BY e.id LIMIT 1`;
  if (entry) return { kind: "entry-unsealed", entryId: entry.id };
  const [version] = await db().$queryRaw<{ incidentId: string; version: string }[]>`
    SELECT v.incident_id::text AS "incidentId", v.version::text FROM incident_version v
     WHERE v.bundle_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject_type = 'incident' AND e.subject_id = v.incident_id::text AND e.data ->> 'version' = v.version::text)
     ORDER BY v.incident_id, v.version LIMIT 1`;
  if (version) return { kind: "version-unsealed", ...version };
  const [bundle] = await db().$queryRaw<{ id: number }[]>`
    SELECT b.id FROM audit_bundle b
     WHERE NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.subject_type = 'import' AND e.subject_id = b.import_id::text AND e.event = 'import.sealed' AND e.data ->> 'bundle' = b.id::text)
     ORDER BY b.id LIMIT 1`;
  return bundle && { kind: "bundle-unsealed", bundle: bundle.id };
}
