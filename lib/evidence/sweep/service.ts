import { opendir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { appendAudit } from "@/lib/audit/store";
import { transaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { forbidden } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { mayVerifyEvidence } from "../policy";
import type { Address, EvidenceStorage } from "../storage/domain";
import { incomingFolder } from "../storage/service";
import { holdObjects, isNeeded } from "../store";

export type Swept = { objects: number; uploads: number };

/** An upload that stands still for so long is dead; one that is alive touches its file all the time. */
const deadAfterMillis = 6 * 3_600_000;
/** Long enough for any upload to get its row after its object. */
const unneededAfterMillis = 3_600_000;

/**
 * Removes objects that no row needs, as when the database failed after the store, and uploads that broke off. A row that is being
 * written waits for the look, or the look for the row: nothing that is on record is ever removed.
 */
export async function sweepEvidence(actor: Actor, { storage, now }: { storage: EvidenceStorage; now: Date }): Promise<Result<Swept>> {
  if (!mayVerifyEvidence(actor)) return refuse(forbidden(`Your role, ${actor.role}, does not sweep the evidence store.`));
  const swept: Swept = { objects: 0, uploads: await sweepUploads(now) };
  for await (const { address, storedAt } of storage.list()) {
    if (now.getTime() - storedAt.getTime() < unneededAfterMillis) continue;
    if (await removeUnneeded(storage, address)) swept.objects += 1;
  }
  return transaction(async (tx) => {
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "evidence", id: "all" }, at: now, event: "evidence.swept", data: swept });
    return ok(swept);
  });
}

/** Most objects are needed, which a look without the lock tells; the lock is held only to remove. */
async function removeUnneeded(storage: EvidenceStorage, address: Address): Promise<boolean> {
  const look = await transaction(async (tx) => ok(await isNeeded(tx, address)));
  if (!look.ok || look.value) return false;
  const removal = await transaction(async (tx) => {
    await holdObjects(tx, "alone");
    if (await isNeeded(tx, address)) return ok(false);
    await storage.remove(address);
    return ok(true);
  });
  return removal.ok && removal.value;
}

async function sweepUploads(now: Date): Promise<number> {
  let count = 0;
  for (const file of await filesIn(incomingFolder())) {
    const { mtimeMs } = await stat(file);
    if (now.getTime() - mtimeMs < deadAfterMillis) continue;
    await rm(file, { force: true });
    count += 1;
  }
  return count;
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    const files: string[] = [];
    for await (const entry of await opendir(folder)) if (entry.isFile()) files.push(path.join(folder, entry.name));
    return files;
  } catch (error) {
    // Nothing was ever uploaded here.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
