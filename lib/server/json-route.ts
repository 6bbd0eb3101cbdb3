import { z } from "zod";
import type { Actor } from "@/lib/kernel/actor";
import type { FieldError, Refusal } from "@/lib/kernel/refusal";
import type { Result } from "@/lib/kernel/result";

/** zod's issues as field errors: a dotted path, the rule's code, a sentence. */
export const fieldErrorsOf = (error: z.ZodError): FieldError[] =>
  error.issues.map((issue) => ({ path: issue.path.map(String).join("."), code: issue.code, message: issue.message }));

/** Parses untrusted input by a schema into a Result. */
export function parseInput<S extends z.ZodType>(schema: S, input: unknown): Result<z.infer<S>> {
  const parsed = schema.safeParse(input);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, refusal: { kind: "invalid", errors: fieldErrorsOf(parsed.error) } };
}

const statusOf: Record<Refusal["kind"], number> = { invalid: 422, unauthenticated: 401, forbidden: 403, "not-found": 404, conflict: 409 };
const titleOf: Record<Refusal["kind"], string> = {
  invalid: "The input is not valid",
  unauthenticated: "Sign in or send a valid token",
  forbidden: "Not allowed",
  "not-found": "Not found",
  conflict: "In conflict with the record as it stands",
};

/** The refusal as `application/problem+json` (RFC 9457). `status` overrides where HTTP has a closer word (412 for a stale If-Match). */
export function problem(refusal: Refusal, status: number = statusOf[refusal.kind]): Response {
  const detail = refusal.kind === "invalid" ? refusal.errors.map((e) => `${e.path}: ${e.message}`).join("; ") : "reason" in refusal ? refusal.reason : titleOf[refusal.kind];
  const body = { type: `urn:truce-ledger:problem:${refusal.kind}`, title: titleOf[refusal.kind], status, detail, ...(refusal.kind === "invalid" ? { errors: refusal.errors } : {}) };
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store", ...(status === 401 ? { "www-authenticate": "Bearer" } : {}) } });
}

/** A JSON answer that no shared cache keeps. */
export function json(body: unknown, init: { status?: number; headers?: Record<string, string> } = {}): Response {
  return new Response(JSON.stringify(body), { status: init.status ?? 200, headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store", ...init.headers } });
}

export type RouteContext = { request: Request; params: Record<string, string>; actor: Actor; now: Date };

/** The body as JSON, or a refusal that says what is wrong with it. */
export async function readJson(request: Request): Promise<Result<unknown>> {
  try {
    const body: unknown = await request.json();
    return { ok: true, value: body };
  } catch {
    return { ok: false, refusal: { kind: "invalid", errors: [{ path: "", code: "invalid_json", message: "The body is not valid JSON." }] } };
  }
}
