import type { Actor } from "@/lib/kernel/actor";
import { isSystemActor } from "@/lib/kernel/system-actor";

/** Milestones are reference content: the product itself loads them, and an ADMIN never decides on content. */
export const mayRecordMilestone = (actor: Actor): boolean => isSystemActor(actor) && actor.role !== "ADMIN";
