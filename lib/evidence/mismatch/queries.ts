import { db } from "@/lib/db/client";

/** A reviewer's finding that a file shows something else than the claims say. */
export type MismatchView = { readonly reason: string; readonly at: string; readonly by: string | null };

/** The standing findings of these items. Whoever may know of an item may know what was found of it; names of staff are for staff. */
export async function listMismatches(evidenceIds: readonly number[], { seesStaff }: { readonly seesStaff: boolean }): Promise<Map<number, MismatchView>> {
  if (evidenceIds.length === 0) return new Map();
  const rows = await db().evidenceMismatch.findMany({
    where: { evidenceId: { in: [...evidenceIds] }, undoneAt: null },
    select: { evidenceId: true, reason: true, foundAt: true, foundBy: { select: { name: true } } },
  });
  return new Map(rows.map((row) => [row.evidenceId, { reason: row.reason, at: row.foundAt.toISOString(), by: seesStaff ? row.foundBy.name : null }]));
}
