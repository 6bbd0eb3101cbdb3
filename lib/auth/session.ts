import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "@/lib/kernel/actor";
import { findPerson } from "@/lib/people/queries";
import { actorOfPerson } from "./actor-of-person";
import { pathHeader } from "./path-header";
import { sessionCookieName, userIdOfCookie } from "./session-cookie";

/**
 * Who is signed in. The cookie names only the user; role and standing are read from the user row on each request,
 * so that a changed role or a disabled account holds at once.
 */
export const currentActor = cache(async (): Promise<Actor | undefined> => {
  const userId = await userIdOfCookie((await cookies()).get(sessionCookieName())?.value);
  if (userId === undefined) return undefined;
  const person = await findPerson(userId);
  return person?.isSystem ? undefined : actorOfPerson(person);
});

/** Who is signed in, or the sign-in page with the way back. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const path = (await headers()).get(pathHeader);
  redirect(path ? `/sign-in?next=${encodeURIComponent(path)}` : "/sign-in");
}
