import type { Actor } from "@/lib/kernel/actor";

/** Rules are settings, and settings are an administrator's. What the rules then say of a duty is a reviewer's to decide. */
export const mayRecordRules = (actor: Actor): boolean => actor.role === "ADMIN";
