import { Readable, type Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { Busboy } from "@fastify/busboy";
import { invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";

/** A file on its way in. Its bytes are read once, as they come; nothing of it is held in memory or on disk by this module. */
export type Upload = {
  /** The form's fields that came before the file; none for a plain body. */
  fields: Record<string, string>;
  fileName: string | undefined;
  bytes: AsyncIterable<Uint8Array>;
  /** To be called once the bytes are read: waits for the end of the request and refuses what stands behind the file. */
  rest: () => Promise<Result<undefined>>;
};

/** The request ended before the file did, or is no form although it says so. The sender is at fault or gone. */
export class BrokenUpload extends Error {
  constructor(cause: unknown) {
    super("the upload broke off", { cause });
  }
}

/** Whether the file is a part of a form rather than the body itself. */
export const isForm = (request: Request): boolean => /^multipart\/form-data\s*(?:;|$)/i.test(request.headers.get("content-type") ?? "");

/** One file out of a request: the whole body, or the one file of a form, whose fields stand before it. */
export function readUpload(request: Request): Promise<Result<Upload>> {
  if (isForm(request)) return readForm(request);
  return Promise.resolve(ok({ fields: {}, fileName: undefined, bytes: guardedBytes(bodyOf(request)), rest: () => Promise.resolve(ok(undefined)) }));
}

async function* bodyOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader: ReadableStreamDefaultReader<Uint8Array> = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    // Whoever stops in the middle wants no more of it; after the end this does nothing.
    await reader.cancel().catch(() => undefined);
  }
}

async function* guardedBytes(source: AsyncIterable<Uint8Array>, stopped?: () => void): AsyncGenerator<Uint8Array> {
  let isWhole = false;
  try {
    for await (const chunk of source) yield chunk;
    isWhole = true;
  } catch (error) {
    throw new BrokenUpload(error);
  } finally {
    if (!isWhole) stopped?.();
  }
}

const limits = { files: 1, fields: 40, fieldNameSize: 100, fieldSize: 16_000, parts: 42, headerPairs: 50 };

type Seen = { fields: Record<string, string>; isFileSeen: boolean; surplus: string | undefined; cutField: string | undefined };

async function readForm(request: Request): Promise<Result<Upload>> {
  const seen: Seen = { fields: {}, isFileSeen: false, surplus: undefined, cutField: undefined };
  const parser = parserOf(request);
  if (!parser) return refuse(invalid("", "invalid_form", "The form says no boundary, so its parts can't be told apart."));
  parser.on("field", (...[name, value, isNameCut, isValueCut]) => noteField(seen, { name, value, isCut: isNameCut || isValueCut }));
  for (const event of ["filesLimit", "fieldsLimit", "partsLimit"] as const) parser.on(event, () => (seen.surplus ??= "The form holds more than one file with its fields; send each file by itself."));
  const file = new Promise<{ stream: Readable; name: string | undefined } | undefined>((resolve) => {
    parser.on("file", (_field, stream, name) => {
      seen.isFileSeen = true;
      // The parser tells an error to the file even when nobody reads it any more; unheard, it would end the process.
      stream.on("error", () => undefined);
      resolve({ stream, name: name === "" ? undefined : name });
    });
    parser.on("finish", () => resolve(undefined));
  });
  const feeding = feed(request, parser);
  const found = await Promise.race([file, feeding.done.then(() => file)]);
  if (!found) return refuse(invalid("file", "required", "The form holds no file."));
  if (seen.cutField !== undefined) {
    feeding.stop();
    return refuse(invalid(seen.cutField, "too_big", "This field is longer than any that is kept."));
  }
  feeding.done.catch((error: unknown) => found.stream.destroy(error instanceof Error ? error : new Error(String(error))));
  return ok({ fields: { ...seen.fields }, fileName: found.name, bytes: guardedBytes(found.stream as AsyncIterable<Uint8Array>, feeding.stop), rest: () => restOf(feeding.done, seen) });
}

function parserOf(request: Request) {
  try {
    return new Busboy({ headers: { "content-type": request.headers.get("content-type") ?? "" }, limits });
  } catch {
    // It throws for a content type without a boundary and for nothing else.
    return undefined;
  }
}

function noteField(seen: Seen, { name, value, isCut }: { name: string; value: string; isCut: boolean }): void {
  if (seen.isFileSeen) seen.surplus ??= `The field "${name.slice(0, 60)}" stands behind the file; fields come first, so that they can be checked before the file is sent.`;
  else seen.fields[name] = value;
  if (isCut) seen.cutField ??= name;
}

/** Drives the request into the parser, as fast as the file is read and no faster. */
function feed(request: Request, parser: Writable): { done: Promise<void>; stop: () => void } {
  const source = Readable.from(bodyOf(request), { objectMode: false });
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  const done = finished(parser).catch((error: unknown) => {
    source.destroy();
    throw new BrokenUpload(error);
  });
  // Read by whoever reads the upload; until then it must not count as unhandled.
  done.catch(() => undefined);
  return { done, stop: () => void source.destroy() };
}

async function restOf(done: Promise<void>, seen: Seen): Promise<Result<undefined>> {
  await done;
  return seen.surplus === undefined ? ok(undefined) : refuse(invalid("", "surplus", seen.surplus));
}
