// A real S3 server on loopback: signatures are checked, objects are files in a folder of its own.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import S3rver from "@20minutes/s3rver";
import type { EvidenceStorage } from "@/lib/evidence/storage/domain";
import { s3Storage, type S3Settings } from "@/lib/evidence/storage/s3/store";

// The only pair that this server knows.
const accessKeyId = "S3RVER";

export type S3Server = { settings: S3Settings; folder: string; storage: () => EvidenceStorage; stop: () => Promise<void> };

/**
 * Two servers over one folder: the first compares every signature. It takes the address of a list for another one than it was signed
 * for (`/bucket` for `/bucket/`), so lists go to the second, which doesn't compare.
 */
export async function startS3(): Promise<S3Server> {
  const folder = mkdtempSync(path.join(tmpdir(), "truce-test-s3-"));
  const common = { port: 0, address: "127.0.0.1", directory: folder, silent: true, configureBuckets: [{ name: "evidence-test" }] };
  const [strict, lax] = [new S3rver(common), new S3rver({ ...common, allowMismatchedSignatures: true })];
  const [{ port }, { port: laxPort }] = [await strict.run(), await lax.run()];
  const settingsOn = (at: number): S3Settings => ({ endpoint: `http://127.0.0.1:${at}`, bucket: "evidence-test", region: "us-east-1", accessKeyId, secretAccessKey: accessKeyId });
  return {
    settings: settingsOn(port),
    folder,
    storage: () => ({ ...s3Storage(settingsOn(port)), list: s3Storage(settingsOn(laxPort)).list }),
    stop: async () => {
      await Promise.all([strict.close(), lax.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
