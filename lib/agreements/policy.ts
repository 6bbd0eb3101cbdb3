import type { Actor } from "@/lib/kernel/actor";
import { isSystemActor } from "@/lib/kernel/system-actor";

/** The text of an agreement and its reading are content: the product itself loads them, no role does by hand. */
export const mayLoadAgreement = (actor: Actor): boolean => isSystemActor(actor) && actor.role !== "ADMIN";
