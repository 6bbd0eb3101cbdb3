import { isOwnWork, maySee, scopeOf } from "@/lib/incidents/policy";
import type { RecordFacts } from "@/lib/incidents/domain/record";
import type { Actor } from "@/lib/kernel/actor";

/** Whoever logs or reviews may say what two records have to do with each other, if both are theirs to see. */
export const mayRelate = (actor: Actor, pair: readonly RecordFacts[]): boolean =>
  (actor.role === "ANALYST" || actor.role === "REVIEWER") && pair.every((facts) => maySee(scopeOf(actor), facts));

/** Why the actor may not merge or unmerge these records: it is a reviewer's decision, and nobody decides on own work. */
export function whyNotMergeBy(actor: Actor, pair: readonly RecordFacts[]): string | undefined {
  if (actor.role !== "REVIEWER") return "Merging is a reviewer's decision; you can mark the pair as the same event.";
  return pair.some((facts) => isOwnWork(actor, facts)) ? "The author and the last editor of a record can't decide on it; another reviewer merges." : undefined;
}
