import type { Result } from "@/lib/kernel/result";
import { ok } from "@/lib/kernel/result";
import type { FieldError } from "@/lib/kernel/refusal";
import { problemOf } from "./problem";

/** Far above the largest record; a file goes through an import. */
export const bodyLimitBytes = 1_000_000;

export type Body = { text: string; value: unknown };

/** The body as JSON with the text it came from, or the problem that says what is wrong with it. */
export async function readJson(request: Request): Promise<Result<Body> | Response> {
  const text = await readJsonBody(request, bodyLimitBytes);
  return text instanceof Response ? text : parsed(text);
}

/** A body that says it is JSON, as a text of at most `limit` bytes. */
export async function readJsonBody(request: Request, limit: number): Promise<string | Response> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
    return problemOf({ kind: "unsupported-media-type", status: 415, title: "Only JSON is taken here", detail: `Send \`content-type: application/json\`, not ${type === "" ? "none" : `"${type.slice(0, 80)}"`}.` });
  }
  const text = await textUpTo(request, limit);
  return text ?? problemOf({ kind: "content-too-large", status: 413, title: "The body is too large", detail: `At most ${limit} bytes are taken here.` });
}

function parsed(text: string): Result<Body> | Response {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const errors: FieldError[] = [{ path: "", code: "invalid_json", message: "The body is not valid JSON in UTF-8." }];
    return problemOf({ kind: "invalid", status: 400, title: "The body can't be read", detail: "The body is not valid JSON in UTF-8.", errors });
  }
  const path = pathOfNul(value, "");
  if (path !== undefined) return { ok: false, refusal: { kind: "invalid", errors: [nulError(path)] } };
  return ok({ text, value });
}

/** PostgreSQL can't keep U+0000 in a text; said here once, for every field. */
export const nulError = (path: string): FieldError => ({ path, code: "invalid_character", message: "The character U+0000 can't be stored; leave it out." });

function pathOfNul(value: unknown, path: string): string | undefined {
  if (typeof value === "string") return value.includes("\0") ? path : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, part] of Object.entries(value)) {
    const found = key.includes("\0") ? path : pathOfNul(part, path === "" ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The body as text, or undefined as soon as it grows beyond the limit, whatever its `content-length` claims. */
async function textUpTo(request: Request, limit: number): Promise<string | undefined> {
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
