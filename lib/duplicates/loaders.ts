import { requireActor } from "@/lib/auth/session";
import { scopeOf } from "@/lib/incidents/policy";
import { listDuplicateQueue, listLikeRecords, listMerged, listRelations, type MergedView, type RelationView } from "./queries";
import type { LikeRecord } from "./schema";

export type DuplicatesCard = {
  readonly like: readonly LikeRecord[];
  readonly relations: readonly RelationView[];
  readonly merged: readonly MergedView[];
  /** The reader may say what two records have to do with each other. */
  readonly mayRelate: boolean;
  /** The reader's role may merge; the service also asks who wrote the two. */
  readonly mayMerge: boolean;
};

/** What the record's page says of duplicates. */
export async function loadDuplicates(id: number): Promise<DuplicatesCard> {
  const actor = await requireActor();
  const scope = scopeOf(actor);
  const [like, relations, merged] = await Promise.all([listLikeRecords(scope, id), listRelations(scope, id), listMerged(scope, id)]);
  const mayRelate = actor.role === "ANALYST" || actor.role === "REVIEWER";
  return { like: (like ?? []).filter((entry) => entry.relation === null), relations, merged, mayRelate, mayMerge: actor.role === "REVIEWER" };
}

/** Unpublished records that may tell of an event that is on record already. */
export async function loadDuplicateQueue() {
  const actor = await requireActor();
  const queue = await listDuplicateQueue(scopeOf(actor));
  const open = queue.map(({ record, like }) => ({ record, like: like.filter((entry) => entry.relation === null) })).filter(({ like }) => like.length > 0);
  return { queue: open, mayRelate: actor.role === "ANALYST" || actor.role === "REVIEWER", mayMerge: actor.role === "REVIEWER" };
}
