import { openApiDocument } from "../_operations/document";

let text: string | undefined;

/** The description of the API; open to everybody, since it holds no records. */
export function GET(): Response {
  text ??= JSON.stringify(openApiDocument());
  return new Response(text, { headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-cache" } });
}
