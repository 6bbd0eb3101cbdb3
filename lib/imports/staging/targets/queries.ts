import type { WorkflowState } from "@/lib/codelists/workflow";
import { db } from "@/lib/db/client";
import { differingFields } from "@/lib/incidents/domain/difference";
import { referenceOf, type IncidentView, type RecordFacts } from "@/lib/incidents/domain/record";
import { mayEditIncident, maySee, scopeOf } from "@/lib/incidents/policy";
import { keptMarks, marksSelect } from "@/lib/incidents/protection/queries";
import { recordSelect, storedRecord } from "@/lib/incidents/record/queries";
import { entryInputOf } from "@/lib/incidents/schema";
import type { Actor } from "@/lib/kernel/actor";
import { underMarksOf } from "../../commit/rewriting/domain";
import type { Target } from "../settling/domain";

/** A row that names a record by its external id. The view is what it would be; null where the row can't become a record yet. */
export type NamedRow = { externalId: string; digest: string; view: IncidentView | null };

type Light = { id: number; externalId: string; version: number; workflow: WorkflowState; digest: string | null; versionAfter: number | null };

/** The records on file that bear these external ids. Read whole and compared field by field only where the digests differ. */
export async function findTargets(actor: Actor, rows: readonly NamedRow[]): Promise<Map<string, Target>> {
  const found = await readLight(rows.map((row) => row.externalId));
  const differing = rows.flatMap((row) => {
    const light = found.get(row.externalId);
    return light && light.digest !== row.digest ? [{ row, light }] : [];
  });
  const [whole, facts] = [await readWhole(differing.map(({ light }) => light.id)), await readFacts([...found.values()].map((light) => light.id))];
  const changes = new Map(differing.flatMap(({ row, light }) => {
    const before = whole.get(light.id);
    return before && row.view ? [[light.id, differingFields(entryInputOf(before.view), entryInputOf(underMarksOf(before.view, row.view)))] as const] : [];
  }));
  return new Map([...found].map(([externalId, light]) => [externalId, targetOf(actor, light, { facts: facts.get(light.id), changed: changes.get(light.id), hasMergedLines: whole.get(light.id)?.hasMergedLines ?? false })]));
}

type Known = { facts: RecordFacts | undefined; changed: string[] | undefined; hasMergedLines: boolean };

const targetOf = (actor: Actor, { id, version, workflow, digest, versionAfter }: Light, { facts, changed, hasMergedLines }: Known): Target => ({
  id,
  reference: referenceOf(id),
  version,
  workflow,
  isKnown: facts !== undefined && maySee(scopeOf(actor), facts),
  mayEdit: facts !== undefined && mayEditIncident(actor, facts),
  hasMergedLines,
  importedDigest: digest,
  importedVersion: versionAfter,
  changed,
});

async function readLight(externalIds: readonly string[]): Promise<Map<string, Light>> {
  if (externalIds.length === 0) return new Map();
  const rows = await db().$queryRaw<Light[]>`
    SELECT i.id, i.external_id AS "externalId", i.version, i.workflow, r.digest, r.version_after AS "versionAfter"
      FROM incident i
      LEFT JOIN LATERAL (SELECT k.digest, k.version_after FROM import_record k JOIN import_run u ON u.id = k.import_id AND u.status = 'COMMITTED'
                          WHERE k.incident_id = i.id ORDER BY k.import_id DESC LIMIT 1) r ON true
     WHERE i.external_id = ANY(${[...externalIds]}::text[])`;
  return new Map(rows.map((row) => [row.externalId, row]));
}

async function readFacts(ids: readonly number[]): Promise<Map<number, RecordFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await db().incident.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, workflow: true, ...marksSelect, authorId: true, lastEditorId: true, publishedAt: true, restriction: true },
  });
  return new Map(rows.map(({ id, publishedAt, workflow, ...row }) => [id, { ...row, ...keptMarks(row), workflow: workflow as WorkflowState, wasPublished: publishedAt !== null }]));
}

async function readWhole(ids: readonly number[]): Promise<Map<number, { view: IncidentView; hasMergedLines: boolean }>> {
  if (ids.length === 0) return new Map();
  const rows = await db().incident.findMany({ where: { id: { in: [...ids] } }, select: recordSelect });
  return new Map(rows.map((row) => {
    const { view } = storedRecord(row);
    return [row.id, { view, hasMergedLines: [...view.claims, ...view.casualties, ...view.observations].some((line) => line.mergedFrom !== null) }];
  }));
}

/** Records that an import made of this very content without an external id, by digest. */
export async function findTwins(digests: readonly string[]): Promise<Map<string, { id: number; reference: string }>> {
  if (digests.length === 0) return new Map();
  const rows = await db().$queryRaw<{ digest: string; id: number }[]>`
    SELECT r.digest, min(i.id) AS id FROM import_record r JOIN incident i ON i.id = r.incident_id
     WHERE r.digest = ANY(${[...digests]}::text[]) AND NOT r.is_named AND i.workflow <> 'UNDONE' GROUP BY r.digest`;
  return new Map(rows.map(({ digest, id }) => [digest, { id, reference: referenceOf(id) }]));
}
