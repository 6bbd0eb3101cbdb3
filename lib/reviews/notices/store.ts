import type { Tx } from "@/lib/db/transaction";

/** Marks a notice as seen; false where it is seen already or does not exist. */
export async function markSeen(tx: Tx, id: number, { userId, now }: { userId: number; now: Date }): Promise<boolean> {
  const { count } = await tx.reviewNotice.updateMany({ where: { id, seenAt: null }, data: { seenById: userId, seenAt: now } });
  return count === 1;
}
