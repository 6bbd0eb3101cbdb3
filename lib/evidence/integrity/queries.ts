import { db } from "@/lib/db/client";

/** An item with the address of each of its objects, for whoever looks whether they are still what they were. */
export type HeldObjects = { id: number; incidentId: number; sha256: string; copySha256: string | null; thumbnailSha256: string | null };

const batchSize = 200;

/** Every item, withdrawn ones too, in the order of their ids; batch by batch, so that memory is flat in their number. */
export async function* streamHeldObjects(): AsyncGenerator<HeldObjects> {
  let after = 0;
  for (;;) {
    const rows = await db().evidence.findMany({
      where: { id: { gt: after } },
      select: { id: true, incidentId: true, sha256: true, copySha256: true, thumbnailSha256: true },
      orderBy: { id: "asc" },
      take: batchSize,
    });
    yield* rows;
    const last = rows.at(-1);
    if (rows.length < batchSize || !last) return;
    after = last.id;
  }
}

export const countEvidence = (): Promise<number> => db().evidence.count();
