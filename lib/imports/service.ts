import { appendAudit } from "@/lib/audit/store";
import { transaction } from "@/lib/db/transaction";
import { enqueue } from "@/lib/jobs/store";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { heldRun } from "./held/service";
import type { PreparedImport } from "./intake/service";
import { saveMapping } from "./mapping/service";
import { mayImport } from "./policy";
import { choicesOf, type ReadingInput } from "./schema";
import { insertRun, moveRun } from "./store";

type Id = { id: number };

/** Puts a file on record and leaves a job that reads it. `isQueued: false` is for whoever reads it at once, as the command line does. */
export async function startImport(actor: Actor, { fileName, sha256, bytes, fields }: PreparedImport, { now, isQueued = true }: { now: Date; isQueued?: boolean }): Promise<Result<Id>> {
  if (!mayImport(actor)) return refuse(forbidden(`Your role, ${actor.role}, does not import.`));
  return transaction(async (tx) => {
    const id = await insertRun(tx, {
      fileName, bytes, sha256, sourceName: fields.source ?? null, choices: choicesOf(fields), isDryRun: fields.dryRun, commitAs: fields.commitAs, authorId: actor.userId, teamId: actor.teamId, now,
    });
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "import", id: String(id) }, at: now, event: "import.uploaded", data: { file: fileName, bytes, sha256 } });
    if (isQueued) await enqueue(tx, { task: "imports.read", payload: { importId: id, reading: 1 } });
    return ok({ id });
  });
}

/** Settles how the file is read and has it read anew; what was decided about its records falls away. With `save` the choices are kept for the source's next file. */
export async function settleReading(actor: Actor, { id, choices, source, commitAs, save }: ReadingInput, { now, isQueued = true }: { now: Date; isQueued?: boolean }): Promise<Result<Id>> {
  return transaction(async (tx) => {
    const run = await heldRun(tx, actor, { id, command: "choose" });
    if (!run.ok) return run;
    const sourceName = source ?? null;
    if (save) {
      const saved = await saveMapping(tx, { actor, run: run.value, sourceName, choices, now });
      if (!saved.ok) return saved;
    }
    await moveRun(tx, { id, command: "choose", now }, { choices, sourceName, commitAs, isReadAnew: true, problems: [], tally: noTally });
    if (isQueued) await enqueue(tx, { task: "imports.read", payload: { importId: id, reading: run.value.reading + 1 } });
    return ok({ id });
  });
}

const noTally = { rowsRead: 0, results: {}, effects: {}, reasons: {} };

/** Asks for the batch to be written; a job does it, whole or not at all. Refused for trials and where no row would be written. */
export async function requestCommit(actor: Actor, { id }: Id, { now, isQueued = true }: { now: Date; isQueued?: boolean }): Promise<Result<Id>> {
  return transaction(async (tx) => {
    const run = await heldRun(tx, actor, { id, command: "commit" });
    if (!run.ok) return run;
    if (run.value.isDryRun) return refuse(conflict("This was brought in as a trial and can't be written; bring the file in again without it."));
    if (run.value.written === 0) return refuse(conflict("No record of this file would be written: none is new, changed or accepted."));
    await moveRun(tx, { id, command: "commit", now }, { problems: [], total: run.value.rowsRead });
    if (isQueued) await enqueue(tx, { task: "imports.commit", payload: { importId: id, reading: run.value.reading } });
    return ok({ id });
  });
}

/** Stops an import wherever it is before it is written; what was put down is taken out. While it is being written, all of that is taken back. */
export async function cancelImport(actor: Actor, { id }: Id, now: Date): Promise<Result<Id>> {
  return transaction(async (tx) => {
    const run = await heldRun(tx, actor, { id, command: "cancel" });
    if (!run.ok) return run;
    await moveRun(tx, { id, command: "cancel", now });
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "import", id: String(id) }, at: now, event: "import.cancelled", data: { status: run.value.status } });
    await enqueue(tx, { task: "imports.clear", payload: { importId: id } });
    return ok({ id });
  });
}
