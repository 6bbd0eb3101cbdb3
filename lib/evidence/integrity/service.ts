import { createHash } from "node:crypto";
import { appendAudit } from "@/lib/audit/store";
import type { CustodyEvent } from "@/lib/codelists/custody-event";
import { transaction } from "@/lib/db/transaction";
import { referenceOf } from "@/lib/incidents/domain/record";
import type { Actor } from "@/lib/kernel/actor";
import { forbidden } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { mayVerifyEvidence } from "../policy";
import type { EvidenceStorage } from "../storage/domain";
import { appendCustody } from "../store";
import { countEvidence, streamHeldObjects, type HeldObjects } from "./queries";

type Part = "original" | "copy" | "thumbnail";
/** What was wrong with one object of one item; `found` is null where it is not there at all. */
export type Fault = { evidence: number; incident: number; reference: string; part: Part; expected: string; found: string | null };
export type Verified = { checked: number; faults: Fault[] };

type Look = { storage: EvidenceStorage; now: Date; onProgress?: ((done: number, of: number) => void) | undefined };

/**
 * Reads every file in the store again and compares it with the hash of the day it came in, original, copy and small picture. What
 * is found is written into each item's custody and summed up in the audit; nothing is repaired. For auditors and administrators,
 * who are told ids and hashes, not names.
 */
export async function rehashEvidence(actor: Actor, { storage, now, onProgress }: Look): Promise<Result<Verified>> {
  if (!mayVerifyEvidence(actor)) return refuse(forbidden(`Your role, ${actor.role}, does not verify evidence.`));
  const total = await countEvidence();
  const verified: Verified = { checked: 0, faults: [] };
  for await (const item of streamHeldObjects()) {
    verified.faults.push(...(await rehashed(item, { actor, storage, now })));
    verified.checked += 1;
    onProgress?.(verified.checked, total);
  }
  return transaction(async (tx) => {
    const idsWith = (test: (fault: Fault) => boolean): number[] => [...new Set(verified.faults.filter(test).map((fault) => fault.evidence))];
    const data = { checked: verified.checked, changed: idsWith(({ found }) => found !== null), missing: idsWith(({ found }) => found === null) };
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "evidence", id: "all" }, at: now, event: "evidence.verified", data });
    return ok(verified);
  });
}

async function rehashed(item: HeldObjects, { actor, storage, now }: { actor: Actor; storage: EvidenceStorage; now: Date }): Promise<Fault[]> {
  const parts: [Part, string | null][] = [["original", item.sha256], ["copy", item.copySha256], ["thumbnail", item.thumbnailSha256]];
  const faults: Fault[] = [];
  for (const [part, expected] of parts) {
    if (expected === null) continue;
    const found = await hashIn(storage, expected);
    if (found !== expected) faults.push({ evidence: item.id, incident: item.incidentId, reference: referenceOf(item.incidentId), part, expected, found });
  }
  const steps = faults.length === 0 ? [stepOf(item.id, { event: "REHASHED_OK", sha256: item.sha256 })] : faults.map((fault) => stepOf(item.id, { event: fault.found === null ? "MISSING" : "REHASHED_MISMATCH", sha256: fault.found, note: fault.part }));
  const kept = await transaction(async (tx) => ok(await appendCustody(tx, { actorId: actor.userId, at: now }, steps)));
  if (!kept.ok) throw new Error(`the custody of evidence ${item.id} could not be written: ${kept.refusal.kind}`);
  return faults;
}

const stepOf = (evidenceId: number, found: { event: CustodyEvent; sha256: string | null; note?: string }) => ({ evidenceId, ...found });

/** The hash that the object at this address has now, or null where there is none. */
async function hashIn(storage: EvidenceStorage, address: string): Promise<string | null> {
  const bytes = await storage.open(address);
  if (!bytes) return null;
  const hash = createHash("sha256");
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest("hex");
}
