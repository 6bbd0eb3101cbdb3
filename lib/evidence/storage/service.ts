import path from "node:path";
import { env } from "@/lib/config/env";
import { diskStorage } from "./disk/store";
import type { EvidenceStorage } from "./domain";

let chosen: Promise<EvidenceStorage> | undefined;

/** Where this process keeps evidence: the S3 store where one is set, else the data folder. Chosen once. */
export function evidenceStorage(): Promise<EvidenceStorage> {
  chosen ??= choose();
  return chosen;
}

async function choose(): Promise<EvidenceStorage> {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env();
  if (endpoint === undefined || bucket === undefined || accessKeyId === undefined || secretAccessKey === undefined) return diskStorage(path.join(evidenceFolder(), "objects"));
  // The client is large; a product that keeps files on its disk never loads it.
  const { s3Storage } = await import("./s3/store");
  return s3Storage({ endpoint, bucket, region, accessKeyId, secretAccessKey });
}

const evidenceFolder = (): string => path.resolve(env().TRUCE_DATA_DIR, "evidence");

/** Where files stand until they are whole, hashed and looked at; on the same disk as the objects, so that a rename is enough. */
export const incomingFolder = (): string => path.join(evidenceFolder(), "incoming");

/** The largest file that is taken. */
export const evidenceLimitBytes = (): number => env().TRUCE_EVIDENCE_MAX_MB * 1_000_000;
