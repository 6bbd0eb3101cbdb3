import { open } from "node:fs/promises";
import { env } from "@/lib/config/env";
import { discard, receive, waitingPath } from "@/lib/evidence/intake/service";
import { keptFileName } from "@/lib/evidence/domain/file-name";
import type { EvidenceStorage } from "@/lib/evidence/storage/domain";
import { createReadStream } from "node:fs";
import type { Actor } from "@/lib/kernel/actor";
import { forbidden } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { ImportFile } from "../domain/plan";
import { mayImport } from "../policy";
import type { ImportUploadFields } from "../schema";
import type { StoredRun } from "../store";

export type ImportUpload = { fields: ImportUploadFields; fileName: string | undefined; bytes: AsyncIterable<Uint8Array>; rest?: () => Promise<Result<unknown>> };

/** A file that is in the store. Nothing is on record yet; one that never gets its row is swept with the evidence that nobody needs. */
export type PreparedImport = { fileName: string; sha256: string; bytes: number; fields: ImportUploadFields };

/** The largest file that is taken. */
export const importLimitBytes = (): number => env().TRUCE_IMPORT_MAX_MB * 1_000_000;

/** Takes a file in as it comes: counted, hashed and stored whole, or refused and gone. What is in it is looked at later. */
export async function prepareImport(actor: Actor, upload: ImportUpload, { storage, limitBytes }: { storage: EvidenceStorage; limitBytes: number }): Promise<Result<PreparedImport>> {
  if (!mayImport(actor)) return refuse(forbidden(`Your role, ${actor.role}, does not import.`));
  const received = await receive(upload.bytes, limitBytes);
  if (!received.ok) return received;
  const { path, sha256, bytes } = received.value;
  try {
    const after = await upload.rest?.();
    if (after && !after.ok) return after;
    await storage.keep(path, { address: sha256, bytes });
    return ok({ fileName: keptFileName(upload.fileName ?? upload.fields.name) ?? "unnamed", sha256, bytes, fields: upload.fields });
  } finally {
    await discard(path);
  }
}

/** Runs `work` on the import's file, which stands on this machine's own disk meanwhile: workbooks are read from their end. Undefined where the store has lost it. */
export async function withFile<T>(run: Pick<StoredRun, "fileName" | "bytes" | "sha256">, storage: EvidenceStorage, work: (file: ImportFile) => Promise<T>): Promise<T | undefined> {
  const stored = await storage.open(run.sha256);
  if (!stored) return undefined;
  const path = await waitingPath();
  try {
    const handle = await open(path, "wx", 0o600);
    try {
      for await (const chunk of stored) await handle.writeFile(chunk);
    } finally {
      await handle.close();
    }
    return await work({ name: run.fileName, bytes: run.bytes, path, open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Uint8Array> });
  } finally {
    await discard(path);
  }
}
