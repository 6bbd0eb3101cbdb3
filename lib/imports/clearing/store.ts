import { db } from "@/lib/db/client";

/** Rows that are looked at by one statement: it stays short, however many there are and whatever the planner knows of a table just filled. */
const atOnce = 20_000;

/** Takes out what nobody needs any more among the rows after `after`; returns the last that was looked at, or undefined where there are no more. What was held or rejected in a written import stays, to be mended. */
export async function clearRows(importId: number, after: number): Promise<number | undefined> {
  const [next] = await db().$queryRaw<{ first: number | null }[]>`SELECT min(record)::int AS first FROM import_row WHERE import_id = ${importId} AND record > ${after}`;
  if (next?.first === undefined || next.first === null) return undefined;
  const last = next.first + atOnce - 1;
  await db().$executeRaw`
    DELETE FROM import_row WHERE import_id = ${importId} AND record BETWEEN ${next.first} AND ${last}
       AND CASE (SELECT status FROM import_run WHERE id = ${importId})
             WHEN 'CANCELLED' THEN true WHEN 'COMMITTED' THEN effect IN ('CREATE', 'UPDATE', 'SKIP') WHEN 'UNDONE' THEN effect IN ('CREATE', 'UPDATE', 'SKIP') ELSE false END`;
  return last;
}

/** Takes out the sources that were prepared: the register has those that were needed. */
export async function clearSources(importId: number): Promise<void> {
  await db().$executeRaw`DELETE FROM import_source WHERE import_id IN (SELECT id FROM import_run WHERE id = ${importId} AND status IN ('CANCELLED', 'COMMITTED', 'UNDONE'))`;
}
