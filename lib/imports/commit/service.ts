import { appendAudit } from "@/lib/audit/store";
import { longTransaction, type Tx } from "@/lib/db/transaction";
import { enqueue } from "@/lib/jobs/store";
import { conflict } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { isWanted, moveRun, progressTeller, type StoredRun } from "../store";
import { changesOnFile, holdCommits } from "./conflicts/queries";
import { countFacets, holdFacetCounts, insertLines, insertRecords, lastRecord, registerSources, sealBundles, type Batch } from "./store";
import { writeUpdates } from "./updates/service";

export type Committed = { created: number; updated: number; sources: number };

/** Rows that are written by one statement; between two of them, somebody may have cancelled. */
const batchSize = 5000;

/**
 * Writes a batch in one transaction or not at all: sources, records with their first version, lines, the audit and what the batch keeps of
 * itself. Refused where anything on file has changed since the rows were held against it; refused or killed, it leaves nothing.
 */
export async function commitRun(run: StoredRun, now: Date): Promise<Result<Committed>> {
  const batch: Batch = { importId: run.id, authorId: run.authorId, teamId: run.teamId, restriction: run.restriction, workflow: run.commitAs, now };
  return longTransaction(async (tx) => {
    await holdCommits(tx);
    const obstacles = await changesOnFile(tx, run.id);
    if (obstacles.length > 0) return refuse(conflict(`What is on file has changed since this file was read; read it again. ${obstacles.join(" ")}`));
    const sources = await registerSources(tx, batch);
    const created = await writeNew(tx, run, batch);
    if (!created.ok) return created;
    const updated = await writeUpdates(tx, batch);
    if (!updated.ok) return updated;
    await sealBundles(tx, batch, [...created.value.bundles, ...updated.value.bundles]);
    const counts = { created: created.value.count, updated: updated.value.count, sources };
    await appendAudit(tx, { actorId: run.authorId, subject: { type: "import", id: String(run.id) }, at: now, event: "import.committed", data: { ...counts, sha256: run.sha256, workflow: run.commitAs, restriction: run.restriction } });
    const isDone = await moveRun(tx, { id: run.id, command: "finish", reading: run.reading, now }, { committedAt: now });
    await enqueue(tx, { task: "imports.clear", payload: { importId: run.id } });
    return isDone ? ok(counts) : refuse(noLongerWanted);
  });
}

const noLongerWanted = conflict("The import was cancelled; nothing of it was written.");

async function writeNew(tx: Tx, run: StoredRun, batch: Batch): Promise<Result<{ bundles: number[]; count: number }>> {
  const last = await lastRecord(tx, run.id);
  const tell = progressTeller(run.id);
  await holdFacetCounts(tx);
  const bundles: number[] = [];
  let count = 0;
  for (let after = 0; after < last; after += batchSize) {
    if (!(await isWanted(run.id, { status: "COMMITTING", reading: run.reading }))) return refuse(noLongerWanted);
    const written = await insertRecords(tx, batch, { after, upTo: after + batchSize });
    await insertLines(tx, written.bundles);
    bundles.push(...written.bundles);
    count += written.count;
    await tell(Math.min(after + batchSize, last));
  }
  await countFacets(tx, run.id);
  return ok({ bundles, count });
}
