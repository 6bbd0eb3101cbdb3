import type { z } from "zod";
import { actorOfRequest } from "@/lib/auth/request";
import type { Actor } from "@/lib/kernel/actor";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { statementTimeouts } from "@/lib/db/statement-timeouts";
import { isGivenUp } from "@/lib/db/transaction";
import { countRequest } from "@/lib/metrics/service";
import { log } from "./log";
import { hasBody, type Operation } from "./operation";
import { parseInput, recordOf } from "./parse-input";
import { problem, problemOf } from "./problem";
import { nulError, readJson, readJsonBody } from "./read-json";

/** What a route answers. 304 and the like have no body. */
export type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };

export type Call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = {
  request: Request;
  actor: Actor;
  now: Date;
  params: z.output<P>;
  query: z.output<Q>;
  body: z.output<B>;
  bodyText: string;
};

export type RouteHandler = (request: Request, context?: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** The answer as JSON that no shared cache keeps. */
export function json({ status = 200, body, headers = {} }: Answer): Response {
  const common = { "cache-control": "private, no-cache", vary: "authorization, cookie", ...headers };
  if (body === undefined) return new Response(null, { status, headers: common });
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json; charset=utf-8", ...common } });
}

/** A route in one shape: who calls, what they send, the work, and then JSON or `application/problem+json`. */
export function jsonRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  facts: Operation<P, Q, B>,
  run: (call: Call<P, Q, B>) => Promise<Result<Answer> | Response>,
): RouteHandler {
  return guarded(facts, async (call) => {
    const result = await run(call);
    if (result instanceof Response) return result;
    return result.ok ? json(result.value) : problem(result.refusal);
  });
}

/** Actor, then address, query and body by their schemas, then `respond`. A defect answers 500 with a reference and no detail. */
export function guarded<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  facts: Operation<P, Q, B>,
  respond: (call: Call<P, Q, B>) => Promise<Response>,
): RouteHandler {
  const answer: RouteHandler = async (request, context) => {
    try {
      const actor = await actorOfRequest(request);
      if (!actor) return problem({ kind: "unauthenticated" });
      const input = await readInput(facts, request, await context?.params);
      if (input instanceof Response) return input;
      return await respond({ request, actor, now: new Date(), ...input });
    } catch (error) {
      return defect(error, { operation: facts.id, request });
    }
  };
  return async (request, context) => {
    const began = performance.now();
    const response = await answer(request, context);
    countRequest({ operation: facts.id, status: response.status, took: (performance.now() - began) / 1000 });
    return response;
  };
}

type Input<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Pick<Call<P, Q, B>, "params" | "query" | "body" | "bodyText">;

async function readInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  facts: Operation<P, Q, B>,
  request: Request,
  segments: Record<string, string> = {},
): Promise<Input<P, Q, B> | Response> {
  // An address that no record can have names no record.
  const params = parseInput(facts.params, segments);
  if (!params.ok) return problem(notFound);
  const query = readQuery(facts, new URL(request.url).searchParams);
  if (!query.ok) return problem(query.refusal);
  if (facts.fileLimitBytes !== undefined) {
    const text = await readJsonBody(request, facts.fileLimitBytes);
    // The text is what such a route reads; its own service says what is wrong with it, and where.
    return text instanceof Response ? text : { params: params.value, query: query.value, body: undefined as z.output<B>, bodyText: text };
  }
  const read = hasBody(facts) ? await readJson(request) : ok({ text: "", value: undefined });
  if (read instanceof Response) return read;
  if (!read.ok) return problem(read.refusal);
  const body = parseBody(facts, read.value.value);
  if (!body.ok) return problem(body.refusal);
  return { params: params.value, query: query.value, body: body.value, bodyText: read.value.text };
}

function parseBody<B extends z.ZodType>({ body, bodyFields }: Operation<z.ZodType, z.ZodType, B>, value: unknown): Result<z.output<B>> {
  const unknown = bodyFields && typeof value === "object" && value !== null ? Object.keys(value).filter((name) => !bodyFields.has(name)) : [];
  if (unknown.length === 0) return parseInput(body, value);
  return refuse({ kind: "invalid", errors: unknown.map((name) => ({ path: name, code: "unrecognized_keys", message: `There is no field "${name.slice(0, 60)}" here.` })) });
}

function readQuery<Q extends z.ZodType>(facts: Operation<z.ZodType, Q>, params: URLSearchParams): Result<z.output<Q>> {
  for (const [name, value] of params) if (value.includes("\0")) return refuse({ kind: "invalid", errors: [nulError(name)] });
  return facts.readQuery ? facts.readQuery(params) : parseInput(facts.query, recordOf(params));
}

/** Logs the defect under a reference and tells the caller only that. The reference is the request's id, where the proxy gave one. */
function defect(error: unknown, { operation, request }: { operation: string; request: Request }): Response {
  const reference = request.headers.get("x-request-id") ?? crypto.randomUUID();
  if (isGivenUp(error)) return givenUp(reference, operation);
  log.error({ err: error, reference, operation }, "unexpected error in the HTTP API");
  const detail = `The request was not carried out, or not to its end. Send the reference ${reference} along with a report, and read the record before you try again.`;
  return problemOf({ kind: "unexpected", status: 500, title: "Something went wrong on our side", detail, reference });
}

function givenUp(reference: string, operation: string): Response {
  log.warn({ reference, operation }, "a statement took too long and was given up");
  const detail = `The database did not answer within ${statementTimeouts.short / 1000} seconds, so nothing was carried out. Ask for less (a shorter span of days, fewer values), or again when there is less to do.`;
  const answer = problemOf({ kind: "took-too-long", status: 503, title: "This took too long", detail, reference });
  answer.headers.set("retry-after", "30");
  return answer;
}
