import type { Actor } from "@/lib/kernel/actor";
import { isSystemActor } from "@/lib/kernel/system-actor";

/** A status is decided by a reviewer who is a person. An ADMIN sets rules and never decides what they say of a duty. */
export const mayDecideStatus = (actor: Actor): boolean => actor.role === "REVIEWER" && !isSystemActor(actor);

/** The second word on a decision is another reviewer's than the first. */
export const mayGiveSecondWord = (actor: Actor, decision: { readonly decidedById: number }): boolean => mayDecideStatus(actor) && actor.userId !== decision.decidedById;

/** Names of staff are not for a VIEWER. */
export const seesWhoDecided = (actor: Actor): boolean => actor.role !== "VIEWER";
