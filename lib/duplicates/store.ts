import type { DuplicateRelation } from "@/lib/codelists/duplicate-relation";
import type { IncidentFlag } from "@/lib/codelists/incident-flag";
import type { WorkflowState } from "@/lib/codelists/workflow";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";

/** A pair as it is kept: the lower id first, so that it is one pair whichever way it is named. */
export type Pair = { firstId: number; secondId: number };
export const pairOf = (a: number, b: number): Pair => ({ firstId: Math.min(a, b), secondId: Math.max(a, b) });

export type StandingRelation = { id: number; relation: DuplicateRelation; isReversed: boolean };

/** What was decided of a pair and stands. */
export async function findRelation(tx: Tx, pair: Pair): Promise<StandingRelation | undefined> {
  const row = await tx.incidentRelation.findFirst({ where: { ...pair, undoneAt: null }, select: { id: true, relation: true, isReversed: true } });
  return row ? { ...row, relation: row.relation as DuplicateRelation } : undefined;
}

export async function undoRelation(tx: Tx, id: number, { userId, now }: { userId: number; now: Date }): Promise<void> {
  await tx.incidentRelation.update({ where: { id }, data: { undoneById: userId, undoneAt: now }, select: { id: true } });
}

export type NewRelation = Pair & { relation: DuplicateRelation; isReversed: boolean; reason: string; decidedById: number; decidedAt: Date };
export const insertRelation = (tx: Tx, relation: NewRelation): Promise<{ id: number }> => tx.incidentRelation.create({ data: relation, select: { id: true } });

export type NewMerge = { survivorId: number; mergedId: number; workflowBefore: WorkflowState; survivorFlags: IncidentFlag[]; reason: string; mergedById: number; mergedAt: Date };
export const insertMerge = (tx: Tx, merge: NewMerge): Promise<{ id: number }> => tx.incidentMerge.create({ data: merge, select: { id: true } });

export type StandingMerge = { id: number; workflowBefore: WorkflowState };

/** The merge by which the one record went into the other, where it stands. */
export async function findMerge(tx: Tx, { survivorId, mergedId }: { survivorId: number; mergedId: number }): Promise<StandingMerge | undefined> {
  const row = await tx.incidentMerge.findFirst({ where: { survivorId, mergedId, undoneAt: null }, select: { id: true, workflowBefore: true } });
  return row ? { id: row.id, workflowBefore: row.workflowBefore as WorkflowState } : undefined;
}

export const countMergedInto = (tx: Tx, survivorId: number): Promise<number> => tx.incidentMerge.count({ where: { survivorId, undoneAt: null } });

export async function markMergeUndone(tx: Tx, id: number, undone: { reason: string; userId: number; now: Date }): Promise<void> {
  await tx.incidentMerge.update({ where: { id }, data: { undoneReason: undone.reason, undoneById: undone.userId, undoneAt: undone.now }, select: { id: true } });
}

const lineTables = ["claim", "casualty", "observation"] as const;
/** Links that both may have: what the survivor has already stays with the merged record. */
const linkTables = [
  { table: "incident_source", key: "source_id" },
  { table: "incident_obligation", key: "obligation_id" },
] as const;

/** Moves the merged record's lines to the survivor. Each keeps its own identity and says where it came from. */
export async function moveLines(tx: Tx, { survivorId, mergedId }: { survivorId: number; mergedId: number }): Promise<void> {
  for (const table of lineTables) {
    await tx.$executeRaw`UPDATE ${Prisma.raw(table)} SET incident_id = ${survivorId}, merged_from_id = ${mergedId} WHERE incident_id = ${mergedId}`;
  }
  for (const { table, key } of linkTables) {
    await tx.$executeRaw`UPDATE ${Prisma.raw(table)} moved SET incident_id = ${survivorId}, merged_from_id = ${mergedId} WHERE incident_id = ${mergedId}
      AND NOT EXISTS (SELECT 1 FROM ${Prisma.raw(table)} own WHERE own.incident_id = ${survivorId} AND own.${Prisma.raw(key)} = moved.${Prisma.raw(key)})`;
  }
}

/** Moves the same lines back to where they came from. */
export async function returnLines(tx: Tx, mergedId: number): Promise<void> {
  for (const table of [...lineTables, ...linkTables.map((link) => link.table)]) {
    await tx.$executeRaw`UPDATE ${Prisma.raw(table)} SET incident_id = ${mergedId}, merged_from_id = NULL WHERE merged_from_id = ${mergedId}`;
  }
}
