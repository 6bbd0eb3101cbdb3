import { mkdir, open, opendir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { isAddress, type Address, type EvidenceStorage, type StoredObject } from "../domain";

const chunkBytes = 256 * 1024;

/** Two levels of folders, so that none grows too long. */
function fileOf(root: string, address: Address): string {
  if (!isAddress(address)) throw new RangeError("not an address of the evidence store");
  return path.join(root, address.slice(0, 2), address.slice(2, 4), address);
}

/** A new name is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "ENOENT";

async function unlessMissing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The folder and those above it that had to be made, each one on the disk. */
async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (made === undefined) return;
  for (let at = folder; at.length >= made.length; at = path.dirname(at)) await syncFolder(path.dirname(at));
}

/** Evidence as files below `root`, named by their hash. A file comes under its name by one rename, after its bytes are on the disk. */
export function diskStorage(root: string): EvidenceStorage {
  return {
    kind: "disk",
    keep: async (file, { address }) => {
      const target = fileOf(root, address);
      await makeFolder(path.dirname(target));
      await rename(file, target);
      await syncFolder(path.dirname(target));
    },
    open: async (address) => {
      const handle = await unlessMissing(() => open(fileOf(root, address), "r"));
      return handle?.createReadStream({ highWaterMark: chunkBytes });
    },
    has: async (address) => (await unlessMissing(() => stat(fileOf(root, address)))) !== undefined,
    remove: (address) => rm(fileOf(root, address), { force: true }),
    list: () => filesBelow(root),
  };
}

async function* filesBelow(root: string): AsyncGenerator<StoredObject> {
  const folder = await unlessMissing(() => opendir(root, { recursive: true }));
  if (!folder) return;
  for await (const entry of folder) {
    if (!entry.isFile() || !isAddress(entry.name)) continue;
    const facts = await unlessMissing(() => stat(path.join(entry.parentPath, entry.name)));
    if (facts) yield { address: entry.name, storedAt: facts.mtime };
  }
}
