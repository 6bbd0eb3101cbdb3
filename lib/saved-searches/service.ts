import { transaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, invalid, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { SavedSearchInput } from "./schema";
import { countOwn, deleteSavedSearch, insertSavedSearch } from "./store";

/** As many as a person can keep in view. */
const most = 50;

/** Keeps filters under a name, for the actor alone. A name is used once; there are at most fifty. What a search finds is asked anew each time. */
export async function saveSearch(actor: Actor, input: SavedSearchInput, now: Date): Promise<Result<{ id: number }>> {
  return transaction(async (tx) => {
    if ((await countOwn(tx, actor.userId)) >= most) return refuse(conflict(`You have ${most} saved searches; take one away first.`));
    const saved = await insertSavedSearch(tx, { ...input, userId: actor.userId, savedAt: now });
    return saved ? ok(saved) : refuse(invalid("name", "taken", `You have a saved search named “${input.name}”; choose another name.`));
  });
}

/** Takes away one of the actor's own saved searches. */
export async function forgetSearch(actor: Actor, { id }: { id: number }): Promise<Result<{ id: number }>> {
  return transaction(async (tx) => ((await deleteSavedSearch(tx, { id, userId: actor.userId })) ? ok({ id }) : refuse(notFound)));
}
