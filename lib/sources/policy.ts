import type { Actor } from "@/lib/kernel/actor";
import { isSystemActor } from "@/lib/kernel/system-actor";

/**
 * Reference data is content, and an ADMIN never decides on content: it is loaded by the product itself only,
 * from the files under version control, so that every row can be traced to a line there.
 */
export const mayLoadReference = (actor: Actor): boolean => isSystemActor(actor) && actor.role !== "ADMIN";
