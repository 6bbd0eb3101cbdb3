import { transaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { markSeen } from "./store";

/** A reviewer has seen what changed in a record without a review. One is enough. */
export async function seeNotice(actor: Actor, { id }: { id: number }, now: Date): Promise<Result<{ id: number }>> {
  if (actor.role !== "REVIEWER") return refuse(forbidden("Notices are for reviewers."));
  return transaction(async (tx) => ((await markSeen(tx, id, { userId: actor.userId, now })) ? ok({ id }) : refuse(conflict("Somebody has seen this notice already."))));
}
