import { appendAudit } from "@/lib/audit/store";
import { longTransaction, type Tx } from "@/lib/db/transaction";
import { referenceOf } from "@/lib/incidents/domain/record";
import type { Actor } from "@/lib/kernel/actor";
import { conflict } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { holdCommits } from "../commit/conflicts/queries";
import { restoredView } from "../commit/rewriting/domain";
import { holdRecords, restoreLinePlaces, rewriteRecords, rewritingSize, type HeldRecord, type Rewriting } from "../commit/rewriting/store";
import { sealBundles } from "../commit/store";
import { heldRun } from "../held/service";
import { moveRun } from "../store";
import { hideCreated, nextToRestore, touchedSince, type ToRestore } from "./store";

export type Undone = { removed: number; restored: number };

/**
 * Takes a written batch back, whole or not at all: what it created is seen by nobody any more, what it updated says again what it said
 * before. Refused with the names of records that somebody touched since. The audit, the versions and the sources stay.
 */
export async function undoImport(actor: Actor, { id, reason }: { id: number; reason?: string | undefined }, now: Date): Promise<Result<Undone>> {
  return longTransaction(async (tx) => {
    await holdCommits(tx);
    const run = await heldRun(tx, actor, { id, command: "undo" });
    if (!run.ok) return run;
    const touched = await touchedSince(tx, id);
    if (touched.length > 0) return refuse(conflict(`Somebody worked on records of this import since. ${touched.map((record) => `${referenceOf(record.id)} ${record.why}.`).join(" ")}`));
    const restored = await restoreUpdated(tx, { id, actor, now });
    if (!restored.ok) return restored;
    const removed = await hideCreated(tx, id, now);
    const counts = { removed, restored: restored.value };
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "import", id: String(id) }, at: now, event: "import.undone", data: { ...counts, reason: reason ?? "" } });
    await moveRun(tx, { id, command: "undo", now }, { undone: { at: now, byId: actor.userId } });
    return ok(counts);
  });
}

type Act = { id: number; actor: Actor; now: Date };

async function restoreUpdated(tx: Tx, { id, actor, now }: Act): Promise<Result<number>> {
  const act = { importId: id, authorId: actor.userId, now, event: "import.undone" as const };
  let count = 0;
  for (let after = 0; ; ) {
    const rows = await nextToRestore(tx, id, { after, size: rewritingSize });
    const last = rows.at(-1);
    if (!last) return ok(count);
    const held = await holdRecords(tx, rows.map((row) => row.incidentId));
    await sealBundles(tx, act, await rewriteRecords(tx, act, rows.flatMap((row) => rewritingOf(row, held.get(row.incidentId), now))));
    await restoreLinePlaces(tx, rows.map(({ incidentId, before }) => ({ incidentId, linePlaces: before.linePlaces })));
    count += rows.length;
    after = last.record;
  }
}

function rewritingOf({ before, earlier }: ToRestore, held: HeldRecord | undefined, now: Date): Rewriting[] {
  if (!held) return [];
  const { placeId, placeName } = before;
  return [{ record: held.record, after: restoredView(held.record.view, earlier, now), place: { placeId, placeName } }];
}
