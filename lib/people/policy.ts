import type { Actor } from "@/lib/kernel/actor";

/** Administrators alone give access. They never decide on content, so neither right reaches the other. */
export const mayAddUser = (actor: Actor): boolean => actor.role === "ADMIN";

/** A token is access in somebody's name, so making one is an administrator's act, also for the own account. */
export const mayCreateToken = (actor: Actor): boolean => actor.role === "ADMIN";
