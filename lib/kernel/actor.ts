import type { Brand } from "./brand";

export const roles = ["VIEWER", "ANALYST", "REVIEWER", "AUDITOR", "ADMIN"] as const;
export type Role = (typeof roles)[number];

type ActorFields = { readonly userId: number; readonly name: string; readonly email: string; readonly role: Role; readonly teamId: number };

/** Who acts. Minted only by `lib/auth` from a session or token, and by the seed and tests from a user row. */
export type Actor = Brand<ActorFields, "Actor">;

/** Mints an actor. The caller vouches that the user exists, is not disabled, and was authenticated. */
export const actorOf = (fields: ActorFields): Actor => fields as Actor;
