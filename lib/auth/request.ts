import type { Actor } from "@/lib/kernel/actor";
import { findPerson, findPersonByToken } from "@/lib/people/queries";
import { tokenDigest } from "@/lib/people/service";
import { actorOfPerson } from "./actor-of-person";
import { sessionCookieName, userIdOfCookie } from "./session-cookie";

const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Who calls: the owner of the Bearer token, else whoever the session cookie names. A bad token is not rescued by a cookie.
 * A write that rests on the cookie must come from our own pages, which other sites can't pretend.
 */
export async function actorOfRequest(request: Request): Promise<Actor | undefined> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return actorOfAuthorization(authorization);
  if (!reading.has(request.method) && !isFromOurPages(request)) return undefined;
  const userId = await userIdOfCookie(cookieOf(request, sessionCookieName()));
  if (userId === undefined) return undefined;
  const person = await findPerson(userId);
  return person?.isSystem ? undefined : actorOfPerson(person);
}

async function actorOfAuthorization(authorization: string): Promise<Actor | undefined> {
  const token = /^Bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  if (!token) return undefined;
  return actorOfPerson(await findPersonByToken(tokenDigest(token), new Date()));
}

/** Browsers send `Sec-Fetch-Site` or `Origin` with every write; neither can be set by a page of another site. */
function isFromOurPages(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  return origin !== null && host !== null && URL.canParse(origin) && new URL(origin).host === host;
}

function cookieOf(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
