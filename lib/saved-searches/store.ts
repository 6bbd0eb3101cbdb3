import type { Tx } from "@/lib/db/transaction";
import { unlessTaken } from "@/lib/db/unless-taken";
import type { SavedSearchInput } from "./schema";

/** How many the user has, counted while no other of the user's transactions can add one. */
export async function countOwn(tx: Tx, userId: number): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('saved_search', ${userId}::bigint))`;
  return tx.savedSearch.count({ where: { userId } });
}

/** Inserts the search; undefined where the user has one of that name. */
export const insertSavedSearch = (tx: Tx, saved: SavedSearchInput & { userId: number; savedAt: Date }): Promise<{ id: number } | undefined> =>
  unlessTaken(() => tx.savedSearch.create({ data: saved, select: { id: true } }));

/** Takes away the user's own search; false where there is none of that number. */
export async function deleteSavedSearch(tx: Tx, { id, userId }: { id: number; userId: number }): Promise<boolean> {
  return (await tx.savedSearch.deleteMany({ where: { id, userId } })).count === 1;
}
