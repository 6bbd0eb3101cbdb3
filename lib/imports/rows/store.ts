import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { RowDecision } from "../schema";
import type { Tally } from "../store";

type Which = { id: number; record?: number | undefined; reason?: string | undefined };

const among = ({ record, reason }: Which): Prisma.Sql =>
  Prisma.sql`${record === undefined ? Prisma.sql`true` : Prisma.sql`record = ${record}`} AND ${reason === undefined ? Prisma.sql`true` : Prisma.sql`${reason} = ANY(reason_codes)`}`;

/** Writes a decision on held rows; returns how many it was taken on. A row that nobody can accept is only left out. */
export function writeDecision(tx: Tx, which: Which, decision: RowDecision): Promise<number> {
  const rows = Prisma.sql`import_id = ${which.id} AND ${among(which)}`;
  if (decision === "ACCEPT") {
    return tx.$executeRaw(Prisma.sql`UPDATE import_row SET decision = 'ACCEPT', effect = offer, result = 'acceptedWithWarning' WHERE ${rows} AND effect = 'HOLD' AND offer IS NOT NULL`);
  }
  const kept = decision === "LEAVE_OUT" ? "LEAVE_OUT" : null;
  return tx.$executeRaw(Prisma.sql`UPDATE import_row SET decision = ${kept}, effect = 'HOLD', result = 'needsReview' WHERE ${rows} AND (effect = 'HOLD' OR decision = 'ACCEPT') AND decision IS DISTINCT FROM ${kept}`);
}

/** A record that two rows of the file would both write, by external id or by what is on file; undefined where there is none. */
export async function findTwiceWritten(tx: Tx, importId: number): Promise<{ externalId: string; records: number[] } | undefined> {
  const [row] = await tx.$queryRaw<{ externalId: string; records: number[] }[]>(Prisma.sql`
    SELECT external_id AS "externalId", (array_agg(record ORDER BY record))[1:10] AS records FROM import_row
     WHERE import_id = ${importId} AND effect IN ('CREATE', 'UPDATE') AND external_id IN (SELECT external_id FROM import_row WHERE import_id = ${importId} AND (decision = 'ACCEPT' OR is_mended))
     GROUP BY external_id HAVING count(*) > 1 LIMIT 1`);
  return row;
}

/** Counts the rows anew, after some of them became something else. */
export async function recount(tx: Tx, importId: number): Promise<Pick<Tally, "rowsRead" | "results" | "effects" | "reasons">> {
  const rows = await tx.$queryRaw<{ result: keyof Tally["results"]; effect: keyof Tally["effects"]; count: number }[]>(Prisma.sql`SELECT result, effect, count(*)::int AS count FROM import_row WHERE import_id = ${importId} GROUP BY 1, 2`);
  const codes = await tx.$queryRaw<{ code: string; count: number }[]>(Prisma.sql`
    SELECT code, count(*)::int AS count FROM import_row CROSS JOIN LATERAL unnest(reason_codes) AS code WHERE import_id = ${importId} AND reason_codes <> '{}' GROUP BY 1 ORDER BY 1`);
  const tally: Tally = { rowsRead: 0, results: {}, effects: {}, reasons: Object.fromEntries(codes.map(({ code, count }) => [code, count])) };
  for (const { result, effect, count } of rows) {
    tally.rowsRead += count;
    tally.results[result] = (tally.results[result] ?? 0) + count;
    tally.effects[effect] = (tally.effects[effect] ?? 0) + count;
  }
  return tally;
}
