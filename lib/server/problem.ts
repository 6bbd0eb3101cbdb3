import { type FieldError, lineOf, type Refusal, sentenceOf } from "@/lib/kernel/refusal";

type Problem = { kind: string; status: number; title: string; detail: string; errors?: FieldError[]; reference?: string };

const statusOf: Record<Refusal["kind"], number> = { invalid: 422, unauthenticated: 401, forbidden: 403, "not-found": 404, conflict: 409, "too-many": 429 };
const titleOf: Record<Refusal["kind"], string> = {
  invalid: "The input is not valid",
  unauthenticated: "Sign in or send a valid token",
  forbidden: "Not allowed",
  "not-found": "Not found",
  conflict: "In conflict with the record as it stands",
  "too-many": "Too many attempts",
};

/** Any refusal of the HTTP API as `application/problem+json` (RFC 9457). */
export function problemOf({ kind, ...members }: Problem): Response {
  const headers = { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store", ...(members.status === 401 ? { "www-authenticate": "Bearer" } : {}) };
  return new Response(JSON.stringify({ type: `urn:truce-ledger:problem:${kind}`, ...members }), { status: members.status, headers });
}

/** The refusal as a problem. `status` overrides where HTTP has a closer word (412 for a stale If-Match). */
export function problem(refusal: Refusal, status: number = statusOf[refusal.kind]): Response {
  const title = titleOf[refusal.kind];
  if (refusal.kind === "invalid") return problemOf({ kind: refusal.kind, status, title, detail: refusal.errors.map(lineOf).join("; "), errors: refusal.errors });
  const answer = problemOf({ kind: refusal.kind, status, title, detail: sentenceOf(refusal, ownWords) });
  if (refusal.kind === "too-many") answer.headers.set("retry-after", String(refusal.retryAfter));
  return answer;
}

const ownWords = {
  unauthenticated: "Send `Authorization: Bearer TOKEN`, or sign in. A write that rests on the session must come from our own pages.",
  "not-found": "There is nothing under this address, or you may not see it.",
};
