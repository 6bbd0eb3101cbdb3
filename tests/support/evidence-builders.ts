// Puts files on records as the routes do, for the integration tests of evidence.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "vitest";
import { attachEvidence, prepareEvidence } from "@/lib/evidence/attach/service";
import { evidenceUploadFields } from "@/lib/evidence/schema";
import { diskStorage } from "@/lib/evidence/storage/disk/store";
import type { EvidenceStorage } from "@/lib/evidence/storage/domain";
import type { Actor } from "@/lib/kernel/actor";
import { ok, type Result } from "@/lib/kernel/result";
import { fixedNow } from "./incident-builders";

export async function* inChunks(bytes: Uint8Array, size = 16_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

export const limitBytes = 5_000_000;

export const aDiskStorage = (): EvidenceStorage => diskStorage(mkdtempSync(path.join(tmpdir(), "truce-test-evidence-")));

export type Sent = { incidentId: number; file: Uint8Array; name?: string; fields?: Record<string, string>; storage: EvidenceStorage; now?: Date };

/** Takes a file in and puts it on record, as the route does. */
export async function attach(actor: Actor, { incidentId, file, name = "IMG_0001.jpg", fields = {}, storage, now = fixedNow }: Sent): Promise<Result<{ id: number; isNew: boolean }>> {
  const upload = { incidentId, fields: evidenceUploadFields.parse(fields), fileName: name, bytes: inChunks(file), rest: () => Promise.resolve(ok(undefined)) };
  const prepared = await prepareEvidence(actor, upload, { storage, limitBytes, now });
  return prepared.ok ? attachEvidence(actor, prepared.value, { storage, now }) : prepared;
}

export const open = { sensitivity: "S0_PUBLIC" };

export async function readAll(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts);
}

/** Stands in a comparison for any text in which the pattern is found. */
export const textLike = (pattern: RegExp): unknown => expect.stringMatching(pattern);
/** Stands in a comparison for any text without these words. */
export const textWithout = (words: string): unknown => expect.not.stringContaining(words);
