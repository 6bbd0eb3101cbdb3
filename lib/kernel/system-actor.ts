import type { Actor } from "./actor";

/** Accounts under this domain act for the product itself. They have no password and nobody signs in as one of them. */
export const systemMailDomain = "@system.invalid";

/** Whether the product itself acts, as when reference data is loaded. */
export const isSystemActor = (actor: Actor): boolean => actor.email.endsWith(systemMailDomain);
