import { buffer } from "node:stream/consumers";
import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import { invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { PackageFiles } from "../domain/check";

/** A package has a few dozen files of a few megabytes; what claims to be more is none, and is not unpacked to see. */
const mostFiles = 400;
const mostBytes = 96_000_000;

const noPackage = (): Result<never> => refuse(invalid("file", "no_package", "This zip is no report package, or it can't be read."));

/** The files of a zip by path. Refused where it is damaged, holds more than a package can, or unpacks to more than it says. */
export async function openPackage(bytes: Uint8Array): Promise<Result<PackageFiles>> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true, validateEntrySizes: true });
    return await filesOf(zip);
  } catch {
    // The library throws for every damage alike; whoever sent the file is at fault, and is told so.
    return noPackage();
  }
}

async function filesOf(zip: ZipFile): Promise<Result<PackageFiles>> {
  if (zip.entryCount > mostFiles) return noPackage();
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName.endsWith("/")) continue;
    total += entry.uncompressedSize;
    if (total > mostBytes || files.has(entry.fileName)) return noPackage();
    files.set(entry.fileName, await contentOf(zip, entry));
  }
  return ok(files);
}

const contentOf = async (zip: ZipFile, entry: Entry): Promise<Uint8Array> => buffer(await zip.openReadStreamPromise(entry));
