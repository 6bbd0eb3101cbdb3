import type { CustodyEvent } from "@/lib/codelists/custody-event";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { EvidenceMetadata } from "./domain/item";
import { evidenceSelect, storedEvidence, type StoredEvidence } from "./item/queries";
import type { Address } from "./storage/domain";

/** The bytes of a piece of evidence and of what was drawn from them. */
export type StoredBytes = {
  sha256: string;
  bytes: number;
  mimeType: string;
  originalName: string | null;
  copyState: string;
  copySha256: string | null;
  copyMimeType: string | null;
  copyBytes: number | null;
  copyWidth: number | null;
  copyHeight: number | null;
  thumbnailSha256: string | null;
};

type Origin = { incidentId: number; teamId: number; uploadedById: number; carriedFromId?: number; now: Date };

export type Described = EvidenceMetadata & { claimKeys: string[] };

const columnsOf = ({ capturedAt, ...described }: Described) => ({ ...described, capturedAt: capturedAt === null ? null : new Date(capturedAt) });

/** Inserts a piece of evidence on a record that the caller holds. */
export async function insertEvidence(tx: Tx, origin: Origin, { bytes, described }: { bytes: StoredBytes; described: Described }): Promise<number> {
  const { now, ...owner } = origin;
  const row = await tx.evidence.create({ data: { ...owner, ...bytes, ...columnsOf(described), createdAt: now, updatedAt: now }, select: { id: true } });
  return row.id;
}

export type CustodyStep = { evidenceId: number; event: CustodyEvent; sha256?: string | null; note?: string | null };

/** Appends steps of custody, in their order. */
export async function appendCustody(tx: Tx, { actorId, at }: { actorId: number; at: Date }, steps: readonly CustodyStep[]): Promise<void> {
  for (const { evidenceId, event, sha256 = null, note = null } of steps) await tx.evidenceCustody.create({ data: { evidenceId, at, actorId, event, sha256, note }, select: { id: true } });
}

/** The record that an item stands on: its row is to be held before the item's. */
export async function incidentOf(tx: Tx, id: number): Promise<number | undefined> {
  const row = await tx.evidence.findUnique({ where: { id }, select: { incidentId: true } });
  return row?.incidentId;
}

/** The item, held against others' changes until the transaction ends. */
export async function lockEvidence(tx: Tx, id: number): Promise<StoredEvidence | undefined> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM evidence WHERE id = ${id} FOR UPDATE`);
  const row = await tx.evidence.findUnique({ where: { id }, select: evidenceSelect });
  return row === null ? undefined : storedEvidence(row);
}

/** The item of a record that holds these bytes and stands. */
export async function findHeld(tx: Tx, incidentId: number, sha256: string): Promise<number | undefined> {
  const row = await tx.evidence.findFirst({ where: { incidentId, sha256, withdrawnAt: null }, select: { id: true } });
  return row?.id;
}

/** Every standing item of a record as it is carried over to another. */
export async function listStanding(tx: Tx, incidentId: number): Promise<StoredEvidence[]> {
  const rows = await tx.evidence.findMany({ where: { incidentId, withdrawnAt: null }, select: evidenceSelect, orderBy: { id: "asc" } });
  return rows.map(storedEvidence);
}

/** Writes a new description; the item's version grows by one. */
export async function writeDescription(tx: Tx, { id, now }: { id: number; now: Date }, described: Described): Promise<void> {
  await tx.evidence.update({ where: { id }, data: { ...columnsOf(described), version: { increment: 1 }, updatedAt: now }, select: { id: true } });
}

/** Marks an item as withdrawn. The row and its bytes stay. */
export async function writeWithdrawal(tx: Tx, { id, now }: { id: number; now: Date }, { actorId, reason }: { actorId: number; reason: string }): Promise<void> {
  await tx.evidence.update({ where: { id }, data: { withdrawnAt: now, withdrawnById: actorId, withdrawalReason: reason, version: { increment: 1 }, updatedAt: now }, select: { id: true } });
}

const storeLock = 7_420_011;

/**
 * Until the transaction ends, no object is swept away between the look whether it is there and the row that needs it: whoever
 * adds a row holds the lock with others, whoever sweeps holds it alone.
 */
export async function holdObjects(tx: Tx, how: "with others" | "alone"): Promise<void> {
  await (how === "alone" ? tx.$queryRaw(Prisma.sql`SELECT pg_advisory_xact_lock(${storeLock})::text`) : tx.$queryRaw(Prisma.sql`SELECT pg_advisory_xact_lock_shared(${storeLock})::text`));
}

/** Whether any row needs the object: as an original, a copy or a small picture (withdrawn rows need theirs too), or as the file of an import. */
export async function isNeeded(tx: Tx, address: Address): Promise<boolean> {
  const row = await tx.evidence.findFirst({ where: { OR: [{ sha256: address }, { copySha256: address }, { thumbnailSha256: address }] }, select: { id: true } });
  return row !== null || (await tx.importRun.count({ where: { sha256: address, status: { not: "CANCELLED" } } })) > 0;
}
