import { byteStream } from "./byte-stream";

export type FileAnswer = {
  bytes: AsyncIterable<Uint8Array>;
  contentType: string;
  contentLength?: number | undefined;
  disposition: string;
  /** What else the answer says of the file. */
  headers?: Record<string, string>;
  /** For what can't change under its address: the browser keeps it and asks each time whether it may still show it. */
  etag?: string;
};

/**
 * Headers of a file that somebody else made. Should a browser open it in spite of all, it opens as a sandbox without scripts,
 * forms and an origin; what it is, is said by us and not guessed.
 */
function headersOf({ contentType, contentLength, disposition, etag, headers = {} }: Omit<FileAnswer, "bytes">): Record<string, string> {
  return {
    ...headers,
    "content-type": contentType,
    "content-disposition": disposition,
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-download-options": "noopen",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    vary: "authorization, cookie",
    "cache-control": etag === undefined ? "private, no-store" : "private, no-cache",
    ...(etag === undefined ? {} : { etag }),
    ...(contentLength === undefined ? {} : { "content-length": String(contentLength) }),
  };
}

/** A file as the answer of a route, sent as it is read. */
export const fileAnswer = (operationId: string, { bytes, ...facts }: FileAnswer): Response => new Response(byteStream(bytes, operationId), { headers: headersOf(facts) });

/** Whether the caller has the file with this tag already. */
export const hasFile = (request: Request, etag: string): boolean =>
  (request.headers.get("if-none-match") ?? "").split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);

/** The answer to somebody who has the file already. */
export const sameFileAnswer = (etag: string): Response => new Response(null, { status: 304, headers: { etag, "cache-control": "private, no-cache", vary: "authorization, cookie" } });
