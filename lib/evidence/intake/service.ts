import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rm, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { fileTypeFromFile } from "file-type";
import { invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { allowedInWords, mediaOf, type Media } from "../domain/media";
import { whyNotSize } from "../domain/size";
import { markupTypeOf, textTypeOf } from "../domain/text-content";
import { incomingFolder } from "../storage/service";

/** A file that has come in whole and stands in the waiting folder until it is kept or thrown away. */
export type Received = { path: string; sha256: string; bytes: number };

/** A path of its own in the waiting folder. */
export async function waitingPath(): Promise<string> {
  const folder = incomingFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return path.join(folder, randomUUID());
}

/** Throws away what was not kept. */
export const discard = (file: string): Promise<void> => rm(file, { force: true });

/**
 * Writes bytes to the waiting folder as they come, hashing and counting them on the way: memory is flat in the size of the file.
 * Refused as soon as there are more than `limitBytes`, and where there are none. Whatever goes wrong, nothing is left behind.
 */
export async function receive(bytes: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Result<Received>> {
  const file = await waitingPath();
  const handle = await open(file, "wx", 0o600);
  let isKept = false;
  try {
    const result = await written(handle, bytes, limitBytes);
    isKept = result.ok;
    return result.ok ? ok({ path: file, ...result.value }) : result;
  } finally {
    await handle.close();
    if (!isKept) await discard(file);
  }
}

async function written(handle: FileHandle, chunks: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Result<Omit<Received, "path">>> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > limitBytes) return refuse(tooLarge(bytes, limitBytes));
    hash.update(chunk);
    await handle.writeFile(chunk);
  }
  if (bytes === 0) return refuse(tooLarge(0, limitBytes));
  await handle.sync();
  return ok({ sha256: hash.digest("hex"), bytes });
}

/** The refusal of a size; `too_large` is answered with HTTP's own status for it. */
export const tooLarge = (bytes: number, limitBytes: number) => invalid("file", bytes === 0 ? "empty" : "too_large", whyNotSize(bytes, limitBytes) ?? "The file has a size that is not taken.");

const sampleBytes = 64 * 1024;

async function sampleOf(file: string): Promise<Uint8Array> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** What the file is by its content; its name and what the sender calls it have no say. Refused where that is nothing we take. */
export async function recognise(file: string): Promise<Result<Media>> {
  const signature = await fileTypeFromFile(file);
  const sample = await sampleOf(file);
  const mimeType = signature === undefined ? textTypeOf(sample) : closerType(signature.mime, sample);
  const media = mimeType === undefined ? undefined : mediaOf(mimeType);
  if (media) return ok(media);
  const what = mimeType === undefined ? "of a kind that we don't know" : `“${mimeType}” by its content`;
  return refuse(invalid("file", "type_not_taken", `The file is ${what}, whatever its name says. Taken are ${allowedInWords}.`));
}

/** A signature of XML or of some kind of text says little: a drawing and a page begin so as well. */
function closerType(mimeType: string, sample: Uint8Array): string | undefined {
  if (mimeType === "application/xml") return markupTypeOf(new TextDecoder("latin1").decode(sample)) ?? mimeType;
  return mimeType.startsWith("text/") ? textTypeOf(sample) : mimeType;
}

/** The file at `path` as if it had just come in: for copies that we made ourselves. */
export async function measured(file: string): Promise<Received> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    hash.update(chunk);
  }
  return { path: file, sha256: hash.digest("hex"), bytes };
}
