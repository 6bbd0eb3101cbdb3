import { createReadStream } from "node:fs";
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, paginateListObjectsV2, PutObjectCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { isAddress, type Address, type EvidenceStorage, type StoredObject } from "../domain";

export type S3Settings = { endpoint: string; bucket: string; region: string; accessKeyId: string; secretAccessKey: string };

const prefix = "evidence/";
const attempts = 3;

function keyOf(address: Address): string {
  if (!isAddress(address)) throw new RangeError("not an address of the evidence store");
  return `${prefix}${address}`;
}

const silent = (): void => undefined;

const isMissing = (error: unknown): boolean => error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
/** What another attempt may cure: the network, and a server that is busy or ill. */
const isPassing = (error: unknown): boolean => !(error instanceof S3ServiceException) || (error.$metadata.httpStatusCode ?? 500) >= 500;

async function unlessMissing<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function clientOf({ endpoint, region, accessKeyId, secretAccessKey }: S3Settings): S3Client {
  return new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Stores other than Amazon's seldom have a name for each bucket, and not all read checksums behind a body.
    forcePathStyle: true,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    // Whatever goes wrong is thrown to us; the client would say it on the console as well.
    logger: { trace: silent, debug: silent, info: silent, warn: silent, error: silent },
  });
}

/**
 * Evidence as objects of an S3 store, named by their hash. Each goes there in one PUT of known length that names the hash, so
 * that the store itself refuses damaged bytes, and a broken transfer leaves nothing behind, not even a part.
 */
export function s3Storage(settings: S3Settings): EvidenceStorage {
  const client = clientOf(settings);
  const { bucket: Bucket } = settings;
  const at = (address: Address) => ({ Bucket, Key: keyOf(address) });
  return {
    kind: "s3",
    keep: async (file, { address, bytes }) => {
      // The client can't send a stream twice; we can, from the file.
      for (let attempt = 1; ; attempt++) {
        try {
          return await put(client, { file, bytes, address, ...at(address) });
        } catch (error) {
          if (attempt >= attempts || !isPassing(error)) throw error;
        }
      }
    },
    open: async (address) => {
      const answer = await unlessMissing(() => client.send(new GetObjectCommand(at(address))));
      return answer && chunksOf(answer.Body);
    },
    has: async (address) => (await unlessMissing(() => client.send(new HeadObjectCommand(at(address))))) !== undefined,
    remove: async (address) => void (await client.send(new DeleteObjectCommand(at(address)))),
    list: () => objectsIn(client, Bucket),
  };
}

async function put(client: S3Client, { file, bytes, address, Bucket, Key }: { file: string; bytes: number; address: Address; Bucket: string; Key: string }): Promise<void> {
  const Body = createReadStream(file, { highWaterMark: 256 * 1024 });
  try {
    await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentLength: bytes, ContentType: "application/octet-stream", ChecksumSHA256: Buffer.from(address, "hex").toString("base64") }));
  } finally {
    Body.destroy();
  }
}

function chunksOf(body: unknown): AsyncIterable<Uint8Array> {
  if (typeof body === "object" && body !== null && Symbol.asyncIterator in body) return body as AsyncIterable<Uint8Array>;
  throw new Error("the S3 store answered without a body");
}

async function* objectsIn(client: S3Client, Bucket: string): AsyncGenerator<StoredObject> {
  for await (const page of paginateListObjectsV2({ client }, { Bucket, Prefix: prefix })) {
    for (const { Key = "", LastModified } of page.Contents ?? []) {
      const address = Key.slice(prefix.length);
      if (isAddress(address) && LastModified) yield { address, storedAt: LastModified };
    }
  }
}
