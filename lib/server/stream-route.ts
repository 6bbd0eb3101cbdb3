import type { z } from "zod";
import type { Result } from "@/lib/kernel/result";
import { type Call, guarded, type RouteHandler } from "./json-route";
import { log } from "./log";
import type { Operation } from "./operation";
import { problem } from "./problem";

/** A file that is made while it is sent. */
export type Download = { text: ReadableStream<string>; contentType: string; filename: string };

/** A route that sends a file row by row: memory stays flat however long the list is, and stops when the reader goes away. */
export function streamRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  facts: Operation<P, Q, B>,
  run: (call: Call<P, Q, B>) => Promise<Result<Download>>,
): RouteHandler {
  return guarded(facts, async (call) => {
    const result = await run(call);
    if (!result.ok) return problem(result.refusal);
    const { text, contentType, filename } = result.value;
    return new Response(bytesOf(text, facts.id), {
      headers: { "content-type": contentType, "content-disposition": `attachment; filename="${filename}"`, "cache-control": "private, no-store", "x-content-type-options": "nosniff" },
    });
  });
}

/** Pulls only as fast as the reader takes. A failure midway breaks the connection, so that a part is never taken for the whole. */
function bytesOf(text: ReadableStream<string>, operationId: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const source = text.getReader();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const part = await source.read();
        if (part.done) controller.close();
        else controller.enqueue(encoder.encode(part.value));
      } catch (error) {
        log.error({ err: error, operation: operationId }, "a download broke off");
        controller.error(error);
      }
    },
    cancel: (reason) => source.cancel(reason),
  });
}
