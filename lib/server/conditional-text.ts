import { createHash } from "node:crypto";

export type ConditionalText = { text: string; contentType: string; /** When the newest of what it tells was changed; nothing where it tells nothing. */ changedAt: Date | undefined; headers?: Record<string, string> };

/** A text that programs ask for again and again: whoever has it already is told so in a line. `now` is the instant of the request. */
export function conditionalText(request: Request, { text, contentType, changedAt, headers = {} }: ConditionalText, now: Date): Response {
  const etag = `"${createHash("sha256").update(text).digest("base64url")}"`;
  const lastModified = datedAt(changedAt, now);
  const common = { etag, "cache-control": "private, no-cache", vary: "authorization, cookie", ...(lastModified === undefined ? {} : { "last-modified": lastModified.toUTCString() }), ...headers };
  if (hasIt(request, { etag, lastModified })) return new Response(null, { status: 304, headers: common });
  return new Response(text, { headers: { "content-type": contentType, "x-content-type-options": "nosniff", ...common } });
}

/** HTTP dates are of a second: within the second of the change another may follow, so that a date would not tell the two apart (RFC 9110, 8.8.2.2). */
function datedAt(changedAt: Date | undefined, now: Date): Date | undefined {
  if (changedAt === undefined) return undefined;
  const second = Math.floor(changedAt.getTime() / 1000) * 1000;
  return now.getTime() - second >= 2000 ? new Date(second) : undefined;
}

/** What the caller has, by tag where one is sent, else by date. */
function hasIt(request: Request, { etag, lastModified }: { etag: string; lastModified: Date | undefined }): boolean {
  const tags = request.headers.get("if-none-match");
  if (tags !== null) return tags.split(",").some((tag) => ["*", etag].includes(tag.trim().replace(/^W\//, "")));
  const since = Date.parse(request.headers.get("if-modified-since") ?? "");
  return lastModified !== undefined && !Number.isNaN(since) && lastModified.getTime() <= since;
}
