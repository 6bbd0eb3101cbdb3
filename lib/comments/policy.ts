import { isOwnWork, mayReadProtected, maySee, scopeOf } from "@/lib/incidents/policy";
import type { RecordFacts } from "@/lib/incidents/domain/record";
import type { Actor } from "@/lib/kernel/actor";

const staff: readonly string[] = ["ANALYST", "REVIEWER", "AUDITOR"];

/** Who may read what staff say about a record: staff who may read all of the record; a VIEWER reads data, not the talk about it. */
export const mayReadComments = (actor: Actor, record: RecordFacts): boolean =>
  staff.includes(actor.role) && maySee(scopeOf(actor), record) && mayReadProtected(scopeOf(actor), record);

/** Who may write: those who work on records. An auditor writes nothing. */
export const mayComment = (actor: Actor, record: RecordFacts): boolean => actor.role !== "AUDITOR" && mayReadComments(actor, record);

/** Dissent from a review is a reviewer's who could have decided. */
export const mayDissent = (actor: Actor, record: RecordFacts): boolean => actor.role === "REVIEWER" && mayComment(actor, record) && !isOwnWork(actor, record);
