import { createHash } from "node:crypto";
import type { z } from "zod";
import { doOnce } from "@/lib/idempotency/service";
import { invalid } from "@/lib/kernel/refusal";
import { refuse, type Result } from "@/lib/kernel/result";
import { type Answer, type Call, guarded, json, type RouteHandler } from "./json-route";
import type { Operation } from "./operation";
import { problem } from "./problem";

export type Write<C, V> = {
  /** What the work returns; it is kept beside the key, so that an answer lost on the way can be made again. */
  outcome: z.ZodType<V>;
  perform: (call: C) => Promise<Result<V>>;
  /** The answer for an outcome, read anew. */
  answer: (call: C, outcome: V) => Promise<Result<Required<Answer>>>;
  /** The refusal where HTTP has a closer status than the usual one. */
  refused?: (call: C, refusal: Parameters<typeof problem>[0]) => Response | undefined;
};

/** A POST: with an `Idempotency-Key` it is done once however often it is sent, and each time answered alike. */
export function writeRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, V>(facts: Operation<P, Q, B>, write: Write<Call<P, Q, B>, V>): RouteHandler {
  return guarded(facts, (call) => answerWrite(call, write));
}

/** Does the work once for its key and answers. `bodyText` of the call stands for all that was sent: the same key with another one is refused. */
export async function answerWrite<C extends Call<z.ZodType, z.ZodType, z.ZodType>, V>(call: C, write: Write<C, V>): Promise<Response> {
  const key = keyOf(call.request);
  if (!key.ok) return problem(key.refusal);
  const result = key.value === undefined ? await plainly(call, write) : await once(call, key.value, write);
  if (!result.ok) return write.refused?.(call, result.refusal) ?? problem(result.refusal);
  return json(result.value);
}

async function plainly<C, V>(call: C, { perform, answer }: Write<C, V>): Promise<Result<Answer>> {
  const done = await perform(call);
  return done.ok ? answer(call, done.value) : done;
}

async function once<C extends Call<z.ZodType, z.ZodType, z.ZodType>, V>(call: C, key: string, { outcome, perform, answer }: Write<C, V>): Promise<Result<Answer>> {
  const { request, actor, now, bodyText } = call;
  const { pathname, search } = new URL(request.url);
  const requestHash = createHash("sha256").update(`${request.method} ${pathname}${search}\n${bodyText}`).digest("hex");
  const result = await doOnce({ userId: actor.userId, key, requestHash, now }, { outcome, perform: () => perform(call), answer: (value) => answer(call, value) });
  if (!result.ok) return result;
  const { answer: given, isReplay } = result.value;
  return { ok: true, value: isReplay ? { ...given, headers: { ...given.headers, "idempotency-replayed": "true" } } : given };
}

function keyOf(request: Request): Result<string | undefined> {
  const key = request.headers.get("idempotency-key");
  if (key === null) return { ok: true, value: undefined };
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return { ok: true, value: key };
  return refuse(invalid("Idempotency-Key", "invalid_format", "Send 1 to 200 printable ASCII characters without spaces, for instance a UUID."));
}
