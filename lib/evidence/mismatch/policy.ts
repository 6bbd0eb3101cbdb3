import { isOwnWork } from "@/lib/incidents/policy";
import type { RecordFacts } from "@/lib/incidents/domain/record";
import type { Actor } from "@/lib/kernel/actor";

/** Why the actor may not find that a file of this record differs from its claims; undefined where nothing stands against it. */
export function whyNotFindMismatch(actor: Actor, record: RecordFacts): string | undefined {
  if (actor.role !== "REVIEWER") return "That a file and the claims differ is found by reviewers.";
  return isOwnWork(actor, record) ? "The author and the last editor of a record can't judge its files." : undefined;
}
