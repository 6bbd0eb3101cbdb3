import { db } from "@/lib/db/client";

/** Rows that are taken out at once: a statement stays short. */
const atOnce = 20_000;

/** Takes out some rows that nobody needs any more; returns how many. What was held or rejected in a written import stays, to be mended. */
export const clearRows = (importId: number): Promise<number> => db().$executeRaw`
  DELETE FROM import_row WHERE (import_id, record) IN (
    SELECT r.import_id, r.record FROM import_row r JOIN import_run u ON u.id = r.import_id
     WHERE r.import_id = ${importId} AND (u.status = 'CANCELLED' OR (u.status IN ('COMMITTED', 'UNDONE') AND r.effect IN ('CREATE', 'UPDATE', 'SKIP')))
     LIMIT ${atOnce})`;

/** Takes out the sources that were prepared: the register has those that were needed. */
export async function clearSources(importId: number): Promise<void> {
  await db().$executeRaw`DELETE FROM import_source WHERE import_id IN (SELECT id FROM import_run WHERE id = ${importId} AND status IN ('CANCELLED', 'COMMITTED', 'UNDONE'))`;
}
