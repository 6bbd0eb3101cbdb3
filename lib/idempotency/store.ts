import { z } from "zod";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { abandonedAfterMillis, type Held, type KeptAnswer, keptForDays } from "./domain";

export type KeyedRequest = { userId: number; key: string; requestHash: string; now: Date };
export type ClaimId = number;

/**
 * Takes the key before any work is done, in one statement, so that of two requests at once exactly one gets it.
 * A claim whose process died before it committed anything is taken over.
 */
export async function claimKey({ userId, key, requestHash, now }: KeyedRequest): Promise<ClaimId | undefined> {
  const abandonedBefore = new Date(now.getTime() - abandonedAfterMillis);
  const rows = await db().$queryRaw<{ id: number }[]>(Prisma.sql`
    INSERT INTO idempotency_key AS kept (user_id, key, request_hash, claimed_at, created_at)
    VALUES (${userId}, ${key}, ${requestHash}, ${now}, ${now})
    ON CONFLICT (user_id, key) DO UPDATE SET claimed_at = excluded.claimed_at
      WHERE kept.request_hash = excluded.request_hash AND kept.outcome IS NULL AND kept.claimed_at < ${abandonedBefore}
    RETURNING id`);
  return rows[0]?.id;
}

/** Keeps what the work returned in the work's own transaction. Throws, and so undoes the work, when the claim was lost meanwhile. */
export async function keepOutcome(tx: Tx, claim: { id: ClaimId; claimedAt: Date }, outcome: Prisma.InputJsonValue): Promise<void> {
  const { count } = await tx.idempotencyKey.updateMany({ where: { id: claim.id, claimedAt: claim.claimedAt, response: { equals: Prisma.AnyNull } }, data: { outcome } });
  if (count !== 1) throw new Error("the idempotency key was taken over by another request");
}

/** Keeps the answer. The body is kept as the text that was sent: `jsonb` would put its names in another order. */
export async function keepAnswer(id: ClaimId, { status, body, headers }: KeptAnswer): Promise<void> {
  await db().idempotencyKey.update({ where: { id }, data: { status, response: { text: JSON.stringify(body), headers } }, select: { id: true } });
}

/** Gives the key back after a refusal or failure that left nothing behind, so that the caller can correct and try again. */
export async function releaseKey(id: ClaimId): Promise<void> {
  await db().idempotencyKey.deleteMany({ where: { id, outcome: { equals: Prisma.AnyNull } } });
}

/** Removes this user's keys that are too old to be asked for again. */
export async function forgetOldKeys(userId: number, now: Date): Promise<void> {
  await db().idempotencyKey.deleteMany({ where: { userId, createdAt: { lt: new Date(now.getTime() - keptForDays * 86_400_000) } } });
}

const keptResponse = z
  .object({ text: z.string(), headers: z.record(z.string(), z.string()) })
  .transform(({ text, headers }): Omit<KeptAnswer, "status"> => ({ body: JSON.parse(text), headers }));

/** The row of a taken key, with what was kept. */
export async function findHeld({ userId, key }: KeyedRequest): Promise<(Held & { id: ClaimId }) | undefined> {
  const row = await db().idempotencyKey.findUnique({ where: { userId_key: { userId, key } } });
  if (!row) return undefined;
  const answer = row.status === null ? undefined : { status: row.status, ...keptResponse.parse(row.response) };
  return { id: row.id, requestHash: row.requestHash, outcome: row.outcome, answer };
}
