import { importStatusLabel } from "@/lib/codelists/import-status";
import type { Tx } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { importScopeOf, maySeeImport, whyNotImportCommand } from "../policy";
import { nextStatus, type ImportCommand } from "../run/domain";
import { lockRun, type StoredRun } from "../store";

/** The import, held for this command; refused for those who may not know of it or not give it, and in states that have no such step. */
export async function heldRun(tx: Tx, actor: Actor, { id, command }: { id: number; command: ImportCommand }): Promise<Result<StoredRun>> {
  const scope = importScopeOf(actor);
  const run = scope && (await lockRun(tx, id));
  if (!run || !maySeeImport(scope, run)) return refuse(notFound);
  const obstacle = whyNotImportCommand(actor, command, run);
  if (obstacle !== undefined) return refuse(forbidden(obstacle));
  if (nextStatus(run.status, command) === undefined) return refuse(conflict(`The import is “${importStatusLabel(run.status)}”; this is no step from there.`));
  return ok(run);
}
