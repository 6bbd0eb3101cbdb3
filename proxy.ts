import { randomUUID } from "node:crypto";
import { NextResponse, type NextRequest } from "next/server";
import { pathHeader } from "@/lib/auth/path-header";
import { sessionCookieName, userIdOfCookie } from "@/lib/auth/session-cookie";
import { nonceHeader, pagePolicy, transportHeaders } from "@/lib/server/page-policy";

const requestIdHeader = "x-request-id";
const policyHeader = "content-security-policy";
const openPaths = /^\/(sign-in|verify|healthz|readyz|metrics|api)(\/|$)/;

/** An id from a gateway in front is kept when it is harmless in a log. */
const requestIdOf = (request: NextRequest): string => {
  const given = request.headers.get(requestIdHeader);
  return given !== null && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
};

/** Pages alone: what the API answers is no page, and next.config.js says so of it. */
const isPage = (pathname: string): boolean => !pathname.startsWith("/api/v1/");

/** A policy with a nonce of its own, given to the page by the request's headers: Next reads the nonce for its own scripts out of the policy. */
function policyOnto(headers: Headers): string {
  const nonce = randomUUID();
  const policy = pagePolicy(nonce);
  headers.set(nonceHeader, nonce);
  headers.set(policyHeader, policy);
  return policy;
}

/**
 * Sends visitors without a session to the sign-in page, gives each request an id, and each page the policy of what it may run. A first sieve only: pages ask again
 * through `requireActor`, and the API answers 401 by itself.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const requestId = requestIdOf(request);
  const { pathname, search } = request.nextUrl;
  const headers = new Headers(request.headers);
  headers.set(requestIdHeader, requestId);
  headers.set(pathHeader, `${pathname}${search}`);
  const policy = isPage(pathname) ? policyOnto(headers) : undefined;
  const response = (await isLetThrough(request)) ? NextResponse.next({ request: { headers } }) : toSignIn(request);
  response.headers.set(requestIdHeader, requestId);
  if (policy !== undefined) response.headers.set(policyHeader, policy);
  for (const [name, value] of Object.entries(transportHeaders())) response.headers.set(name, value);
  return response;
}

const isLetThrough = async (request: NextRequest): Promise<boolean> =>
  openPaths.test(request.nextUrl.pathname) || (await userIdOfCookie(request.cookies.get(sessionCookieName())?.value)) !== undefined;

function toSignIn(request: NextRequest): NextResponse {
  const url = new URL("/sign-in", request.url);
  const { pathname, search } = request.nextUrl;
  if (pathname !== "/") url.searchParams.set("next", `${pathname}${search}`);
  return NextResponse.redirect(url);
}

// A request that the proxy sees is held in memory by Next and cut off at 10 MB: files go past it (the route asks who calls by itself).
export const config = { matcher: ["/((?!_next/static|_next/image|favicon.ico|icon.svg|robots.txt|api/v1/incidents/\\d+/evidence|api/v1/imports$|api/v1/reports/verify).*)"] };
