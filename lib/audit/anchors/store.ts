import type { Tx } from "@/lib/db/transaction";
import { calendarDate, toStoredDay } from "@/lib/kernel/calendar-date";
import type { Anchor } from "./domain";

/** Keeps an anchor; false where its day has one. The database refuses one that names no link of the chain. */
export async function insertAnchor(tx: Tx, { day, seq, count, hash }: Anchor, now: Date): Promise<boolean> {
  const { count: added } = await tx.auditAnchor.createMany({ data: [{ day: toStoredDay(calendarDate(day)), seq, count, hash, madeAt: now }], skipDuplicates: true });
  return added === 1;
}
