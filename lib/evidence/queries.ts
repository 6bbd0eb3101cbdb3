import type { CustodyEvent } from "@/lib/codelists/custody-event";
import type { Sensitivity } from "@/lib/codelists/sensitivity";
import type { WorkflowState } from "@/lib/codelists/workflow";
import { db } from "@/lib/db/client";
import { claimPositions, lostClaims } from "./domain/claim-key";
import type { CustodyEntry, EvidenceView, SameFile } from "./domain/item";
import { accessTo } from "./policy";
import { evidenceSelect, storedEvidence, type StoredEvidence } from "./item/queries";
import { referenceOf, type IncidentView, type RecordFacts } from "@/lib/incidents/domain/record";
import type { IncidentScope } from "@/lib/incidents/policy";
import { keptMarks, marksSelect } from "@/lib/incidents/protection/queries";
import { findStoredRecord } from "@/lib/incidents/queries";

export type EvidenceOwner = { id: number; facts: RecordFacts; view: Pick<IncidentView, "claims"> };

/** What the scope may know of a record's evidence, oldest first; what was withdrawn stands among it where it may be known. */
export async function listEvidence(scope: IncidentScope, record: EvidenceOwner): Promise<EvidenceView[]> {
  const rows = await db().evidence.findMany({ where: { incidentId: record.id }, select: evidenceSelect, orderBy: { id: "asc" }, take: 1000 });
  const known = rows.map(storedEvidence).filter((item) => accessTo(scope, record.facts, item).mayKnow);
  return viewsOf(scope, record, known);
}

/** One piece of evidence with its record; undefined where there is none that the scope may know of. */
export async function findEvidence(scope: IncidentScope, id: number): Promise<{ item: StoredEvidence; owner: EvidenceOwner; view: EvidenceView } | undefined> {
  const row = await db().evidence.findUnique({ where: { id }, select: evidenceSelect });
  const owner = row === null ? undefined : await findStoredRecord(scope, row.incidentId);
  if (row === null || !owner) return undefined;
  const item = storedEvidence(row);
  if (!accessTo(scope, owner.facts, item).mayKnow) return undefined;
  const [view] = await viewsOf(scope, owner, [item]);
  return view && { item, owner, view };
}

async function viewsOf(scope: IncidentScope, owner: EvidenceOwner, items: readonly StoredEvidence[]): Promise<EvidenceView[]> {
  const [names, same] = await Promise.all([
    namesOf(scope.seesStaff ? items.flatMap((item) => [item.uploadedById, item.withdrawnById]) : []),
    findSameFiles(scope, { incidentId: owner.id, sha256: items.map((item) => item.sha256) }),
  ]);
  return items.map((item) => viewOf(item, { owner, names, scope, alsoOn: same.get(item.sha256) ?? [] }));
}

type Surroundings = { owner: EvidenceOwner; names: ReadonlyMap<number, string>; scope: IncidentScope; alsoOn: SameFile[] };

function viewOf(item: StoredEvidence, { owner, names, scope, alsoOn }: Surroundings): EvidenceView {
  const { mayOpenOriginal } = accessTo(scope, owner.facts, item);
  const nameOf = (id: number | null): string | null => (id === null ? null : (names.get(id) ?? null));
  return {
    id: item.id,
    incident: owner.id,
    version: item.version,
    sha256: item.sha256,
    bytes: item.bytes,
    mimeType: item.mimeType,
    ...item.metadata,
    // The name a device or a person gave, and who made the picture, may tell who the source is.
    originalName: mayOpenOriginal ? item.originalName : null,
    capturedBy: mayOpenOriginal ? item.metadata.capturedBy : null,
    claims: claimPositions(item.claimKeys, owner.view.claims),
    lostClaims: lostClaims(item.claimKeys, owner.view.claims),
    copy: { state: item.copyState, mimeType: item.copyMimeType, bytes: item.copyBytes, width: item.copyWidth, height: item.copyHeight },
    uploadedAt: item.createdAt.toISOString(),
    uploadedBy: nameOf(item.uploadedById),
    withdrawn: item.withdrawnAt === null ? null : { at: item.withdrawnAt.toISOString(), by: nameOf(item.withdrawnById), reason: item.withdrawalReason ?? "" },
    mayOpenOriginal,
    alsoOn,
  };
}

async function namesOf(ids: readonly (number | null)[]): Promise<Map<number, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db().user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Items of other records that hold the very same bytes, by hash, as far as the scope may know of them and of their records. */
export async function findSameFiles(scope: IncidentScope, { incidentId, sha256 }: { incidentId: number; sha256: readonly string[] }): Promise<Map<string, SameFile[]>> {
  const rows =
    sha256.length === 0
      ? []
      : await db().evidence.findMany({
          where: { sha256: { in: [...new Set(sha256)] }, incidentId: { not: incidentId }, withdrawnAt: null },
          select: { id: true, sha256: true, sensitivity: true, teamId: true, incidentId: true, incident: { select: { workflow: true, publishedAt: true, ...marksSelect } } },
          orderBy: { id: "asc" },
          take: 500,
        });
  const found = new Map<string, SameFile[]>();
  for (const row of rows) {
    const record = { ...keptMarks(row.incident), workflow: row.incident.workflow as WorkflowState, wasPublished: row.incident.publishedAt !== null };
    if (!accessTo(scope, record, { ...row, sensitivity: row.sensitivity as Sensitivity }).mayKnow) continue;
    const entry = { incident: row.incidentId, reference: referenceOf(row.incidentId), evidence: row.id };
    found.set(row.sha256, [...(found.get(row.sha256) ?? []), entry]);
  }
  return found;
}

/** The item of a record that already holds these bytes; for a look before the work of drawing a copy. */
export async function findHeldFile(incidentId: number, sha256: string): Promise<number | undefined> {
  const row = await db().evidence.findFirst({ where: { incidentId, sha256, withdrawnAt: null }, select: { id: true } });
  return row?.id;
}

/** The steps of custody of a record's items, oldest first, for those items whose custody the scope may read. */
export async function listCustody(scope: IncidentScope, record: EvidenceOwner): Promise<Map<number, CustodyEntry[]>> {
  const items = await db().evidence.findMany({ where: { incidentId: record.id }, select: { id: true, sensitivity: true, teamId: true } });
  const open = items.filter((item) => accessTo(scope, record.facts, { ...item, sensitivity: item.sensitivity as Sensitivity }).mayReadCustody).map((item) => item.id);
  const rows = await db().evidenceCustody.findMany({
    where: { evidenceId: { in: open } },
    select: { evidenceId: true, at: true, event: true, sha256: true, note: true, actor: { select: { name: true } } },
    orderBy: { id: "asc" },
    take: 2000,
  });
  const steps = new Map<number, CustodyEntry[]>();
  for (const { evidenceId, at, event, sha256, note, actor } of rows) {
    steps.set(evidenceId, [...(steps.get(evidenceId) ?? []), { at: at.toISOString(), event: event as CustodyEvent, by: actor.name, sha256, note }]);
  }
  return steps;
}
