import type { Tx } from "@/lib/db/transaction";

export type NewMismatch = { incidentId: number; evidenceId: number; reason: string; foundById: number; foundAt: Date; carriedFromId?: number };

/** Keeps a finding; a partial unique index holds that one stands for a file at a time. */
export const insertMismatch = (tx: Tx, mismatch: NewMismatch): Promise<{ id: number }> => tx.evidenceMismatch.create({ data: mismatch, select: { id: true } });

/** The finding that stands for a file. */
export async function findStanding(tx: Tx, evidenceId: number): Promise<{ id: number } | undefined> {
  return (await tx.evidenceMismatch.findFirst({ where: { evidenceId, undoneAt: null }, select: { id: true } })) ?? undefined;
}

/** Marks a finding as taken back. */
export async function markUndone(tx: Tx, id: number, undone: { reason: string; userId: number; now: Date }): Promise<void> {
  await tx.evidenceMismatch.update({ where: { id }, data: { undoneReason: undone.reason, undoneById: undone.userId, undoneAt: undone.now }, select: { id: true } });
}

/** Copies the standing findings of files to the rows that were carried over from them. Returns how many there were. */
export async function carryMismatches(tx: Tx, carriedIds: readonly number[]): Promise<number> {
  const rows = await tx.evidence.findMany({
    where: { id: { in: [...carriedIds] }, carriedFrom: { mismatches: { some: { undoneAt: null } } } },
    select: { id: true, incidentId: true, carriedFrom: { select: { mismatches: { where: { undoneAt: null }, select: { id: true, reason: true, foundById: true, foundAt: true } } } } },
    orderBy: { id: "asc" },
  });
  for (const { id: evidenceId, incidentId, carriedFrom } of rows) {
    for (const { id, ...finding } of carriedFrom?.mismatches ?? []) await insertMismatch(tx, { ...finding, incidentId, evidenceId, carriedFromId: id });
  }
  return rows.length;
}
