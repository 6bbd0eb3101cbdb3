import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diskStorage } from "@/lib/evidence/storage/disk/store";
import type { EvidenceStorage } from "@/lib/evidence/storage/domain";
import { s3Storage } from "@/lib/evidence/storage/s3/store";
import { readAll } from "../../support/evidence-builders";
import { startS3, type S3Server } from "../../support/s3-server";

const folder = mkdtempSync(path.join(tmpdir(), "truce-test-storage-"));
const diskFolder = path.join(folder, "objects");
let s3: S3Server;
beforeAll(async () => {
  s3 = await startS3();
});
afterAll(() => s3.stop());

/** A file in the waiting folder with its address. */
function aFile(size = 100_000): { file: string; bytes: Buffer; object: { address: string; bytes: number } } {
  const bytes = randomBytes(size);
  const file = path.join(folder, randomBytes(6).toString("hex"));
  writeFileSync(file, bytes);
  return { file, bytes, object: { address: createHash("sha256").update(bytes).digest("hex"), bytes: size } };
}

async function opened(storage: EvidenceStorage, address: string): Promise<AsyncIterable<Uint8Array>> {
  const bytes = await storage.open(address);
  if (!bytes) throw new Error("nothing is there");
  return bytes;
}

async function addressesIn(storage: EvidenceStorage): Promise<string[]> {
  const found: string[] = [];
  for await (const { address } of storage.list()) found.push(address);
  return found;
}

const kinds: [string, () => EvidenceStorage][] = [["a disk", () => diskStorage(diskFolder)], ["an S3 store", () => s3.storage()]];

describe.each(kinds)("evidence in %s", (_kind, make) => {
  it("comes out as it went in, under its hash", async () => {
    const storage = make();
    const { file, bytes, object } = aFile(1_500_000);
    expect(await storage.has(object.address)).toBe(false);
    await storage.keep(file, object);
    expect(await storage.has(object.address)).toBe(true);
    expect((await readAll(await opened(storage, object.address))).equals(bytes)).toBe(true);
  });

  it("is there once however often it is kept, and tells when it was kept last", async () => {
    const storage = make();
    const first = aFile();
    await storage.keep(first.file, first.object);
    writeFileSync(first.file, first.bytes);
    await storage.keep(first.file, first.object);
    const found = [];
    for await (const object of storage.list()) if (object.address === first.object.address) found.push(object);
    expect(found).toHaveLength(1);
    expect(Date.now() - (found[0]?.storedAt.getTime() ?? 0)).toBeLessThan(60_000);
  });

  it("can be removed, and what is not there is neither opened nor an error", async () => {
    const storage = make();
    const { file, object } = aFile();
    await storage.keep(file, object);
    await storage.remove(object.address);
    await storage.remove(object.address);
    expect([await storage.has(object.address), await storage.open(object.address), (await addressesIn(storage)).includes(object.address)]).toEqual([false, undefined, false]);
  });

  it("is reached by an address and by nothing that looks like a path", async () => {
    const storage = make();
    for (const bad of ["../../etc/passwd", "", "A".repeat(64), `${"a".repeat(64)}/..`]) {
      await expect((async () => storage.open(bad))()).rejects.toThrow(/not an address/);
      await expect((async () => storage.remove(bad))()).rejects.toThrow(/not an address/);
    }
  });

  it("stops reading when its reader stops", async () => {
    const storage = make();
    const { file, object } = aFile(2_000_000);
    await storage.keep(file, object);
    let taken = 0;
    for await (const chunk of await opened(storage, object.address)) {
      taken += chunk.byteLength;
      break;
    }
    expect(taken).toBeLessThan(2_000_000);
  });
});

describe("on a disk", () => {
  it("files are for the program's own account, and nothing stands beside them", async () => {
    const storage = diskStorage(path.join(folder, "private"));
    const { file, object } = aFile();
    await storage.keep(file, object);
    const inside = readdirSync(path.join(folder, "private"), { recursive: true, encoding: "utf8" });
    expect(inside.toSorted()).toEqual([object.address.slice(0, 2), `${object.address.slice(0, 2)}/${object.address.slice(2, 4)}`, `${object.address.slice(0, 2)}/${object.address.slice(2, 4)}/${object.address}`]);
    expect(statSync(path.join(folder, "private", object.address.slice(0, 2))).mode & 0o077).toBe(0);
  });

  it("an empty store has nothing to list", async () => {
    expect(await addressesIn(diskStorage(path.join(folder, "never-made")))).toEqual([]);
  });
});

describe("an S3 store that is ill", () => {
  let ill: Server;
  let answers: number[] = [];
  let seen: { hash: string | undefined; length: string | undefined }[] = [];
  beforeAll(() => new Promise<void>((resolve) => {
    ill = createServer((request, response) => {
      request.resume().on("end", () => {
        seen.push({ hash: request.headers["x-amz-checksum-sha256"] as string | undefined, length: request.headers["content-length"] });
        response.writeHead(answers.shift() ?? 200).end();
      });
    }).listen(0, "127.0.0.1", resolve);
  }));
  afterAll(() => new Promise((resolve) => ill.close(resolve)));
  const storage = () => {
    const address = ill.address();
    return s3Storage({ ...s3.settings, endpoint: `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}` });
  };

  it("is tried again with the whole file, and each time told the file's hash", async () => {
    [answers, seen] = [[503, 200], []];
    const { file, object } = aFile(300_000);
    await storage().keep(file, object);
    const expected = { hash: Buffer.from(object.address, "hex").toString("base64"), length: "300000" };
    expect(seen).toEqual([expected, expected]);
  });

  it("is not talked to with a wrong key", async () => {
    const { file, object } = aFile(1000);
    await expect(s3Storage({ ...s3.settings, secretAccessKey: "another" }).keep(file, object)).rejects.toMatchObject({ name: "SignatureDoesNotMatch" });
  });

  it("is given up on after three times, and at once where it refuses us", async () => {
    [answers, seen] = [[500, 500, 500, 200], []];
    const first = aFile(1000);
    await expect(storage().keep(first.file, first.object)).rejects.toMatchObject({ $metadata: { httpStatusCode: 500 } });
    expect(seen).toHaveLength(3);
    [answers, seen] = [[403, 200], []];
    const second = aFile(1000);
    await expect(storage().keep(second.file, second.object)).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    expect(seen).toHaveLength(1);
  });
});
