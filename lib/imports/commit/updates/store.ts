import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { LinePlace, Place } from "../rewriting/store";

export type UpdateRow = { record: number; targetId: number; targetVersion: number; content: string; placeId: number | null; placeName: string | null; digest: string; isNamed: boolean };

/** The next rows that update a record, in their order. */
export const nextUpdates = (tx: Tx, importId: number, { after, size }: { after: number; size: number }): Promise<UpdateRow[]> =>
  tx.$queryRaw(Prisma.sql`
    SELECT record, target_id AS "targetId", target_version AS "targetVersion", content, place_id AS "placeId", place_name AS "placeName", digest, external_id IS NOT NULL AS "isNamed"
      FROM import_row WHERE import_id = ${importId} AND effect = 'UPDATE' AND record > ${after} ORDER BY record LIMIT ${size}`);

export type KeptUpdate = { row: UpdateRow; versionAfter: number; before: Place & { version: number; linePlaces: LinePlace[] } };

/** What the batch keeps of its updates: enough to put each record back. */
export async function insertUpdateRecords(tx: Tx, importId: number, kept: readonly KeptUpdate[]): Promise<void> {
  await tx.importRecord.createMany({
    data: kept.map(({ row, versionAfter, before }) => ({ importId, record: row.record, incidentId: row.targetId, effect: "UPDATE", versionAfter, digest: row.digest, isNamed: row.isNamed, before })),
  });
}
