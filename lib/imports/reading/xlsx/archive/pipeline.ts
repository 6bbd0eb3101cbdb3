import { type Entry, openPromise, type ZipFile } from "yauzl";
import { invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { doctypeLength, hasDoctype, whyNotUnpack } from "./domain";

/** An archive whose list was found harmless. Whoever opened it closes it. */
export type Archive = { readonly names: readonly string[]; readonly open: (name: string) => AsyncGenerator<Buffer>; readonly close: () => void };

/**
 * Opens a workbook by the list at its end, before a byte is unpacked. Refused: more files, more bytes or a steeper ratio than any real
 * workbook has, files under a password, a list that does not hold together.
 */
export async function openArchive(path: string): Promise<Result<Archive>> {
  const opened = await listed(path);
  if (!opened.ok) return opened;
  const { zip, entries } = opened.value;
  const why = whyNotUnpack([...entries.values()].map(({ fileName, compressedSize, uncompressedSize }) => ({ name: fileName, packed: compressedSize, unpacked: uncompressedSize })));
  const locked = [...entries.values()].some((entry) => entry.isEncrypted());
  if (why === undefined && !locked) return ok({ names: [...entries.keys()], open: (name) => unpacked(zip, entries.get(name)), close: () => zip.close() });
  zip.close();
  return refuse(why === undefined ? invalid("file", "encrypted", "The workbook is under a password; save it without one.") : invalid("file", "archive_too_large_when_unpacked", why));
}

type Listed = { readonly zip: ZipFile; readonly entries: ReadonlyMap<string, Entry> };

async function listed(path: string): Promise<Result<Listed>> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName, entry);
      if (entries.size > 10_000) break;
    }
    return ok({ zip, entries });
  } catch (error) {
    zip?.close();
    // yauzl throws for archives that do not hold together; a file that is not there is a defect of the caller's.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw error;
    return refuse(invalid("file", "broken_archive", "The workbook can't be opened: it is damaged, or no workbook."));
  }
}

/** The bytes of a file in the archive. Ends with an error where there are more of them than the list says. */
async function* unpacked(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (entry === undefined) return;
  for await (const piece of await zip.openReadStreamPromise(entry)) yield Buffer.from(piece as Uint8Array);
}

const isXml = (name: string): boolean => /\.(?:xml|rels|vml)$/i.test(name);

/** Unpacks every part once without keeping it: counts what really comes out, and refuses a part with a document type. */
export async function inspectParts(archive: Archive): Promise<Result<true>> {
  for (const name of archive.names.filter(isXml)) {
    const found = await inspect(archive, name);
    if (found !== undefined) return refuse(found);
  }
  return ok(true);
}

async function inspect(archive: Archive, name: string) {
  let before = "";
  try {
    for await (const piece of archive.open(name)) {
      // In UTF-16 every other byte of these signs is zero.
      const text = before + piece.toString("latin1").replaceAll("\u0000", "");
      if (hasDoctype(text)) return invalid("file", "dtd_refused", `“${name}” in the workbook declares a document type or entities; such files are not read.`);
      before = text.slice(-doctypeLength);
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return /too many bytes/.test(error.message)
      ? invalid("file", "archive_too_large_when_unpacked", `“${name}” in the workbook unpacks to more than the workbook itself says.`)
      : invalid("file", "broken_archive", `“${name}” in the workbook can't be unpacked.`);
  }
}
