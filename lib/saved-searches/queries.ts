import { db } from "@/lib/db/client";
import type { Actor } from "@/lib/kernel/actor";

export type SavedSearchView = { id: number; name: string; query: string };

/** The actor's own saved searches in the order of their names. Nobody sees another's. */
export const listSavedSearches = ({ userId }: Actor): Promise<SavedSearchView[]> =>
  db().savedSearch.findMany({ where: { userId }, select: { id: true, name: true, query: true }, orderBy: { name: "asc" }, take: 100 });
