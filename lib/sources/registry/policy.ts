import type { Actor } from "@/lib/kernel/actor";

/** Whoever logs incidents may name where they were read, grade it, and say what it relays. */
export const mayKeepSources = (actor: Actor): boolean => actor.role === "ANALYST" || actor.role === "REVIEWER";

/** A withdrawal can lower published levels: a reviewer's act. */
export const mayWithdrawSource = (actor: Actor): boolean => actor.role === "REVIEWER";
