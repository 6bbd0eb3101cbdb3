import { appendAudit } from "@/lib/audit/store";
import type { Tx } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { ImportChoices } from "../domain/plan";
import type { StoredRun } from "../store";
import { insertMapping } from "./store";

type Saving = { actor: Actor; run: StoredRun; sourceName: string | null; choices: ImportChoices; now: Date };

/** Keeps how this source's files are read as its next version, inside the caller's transaction. Earlier versions stay. */
export async function saveMapping(tx: Tx, { actor, run, sourceName, choices, now }: Saving): Promise<Result<{ version: number }>> {
  if (sourceName === null) return refuse(invalid("source", "required", "Name the source whose files are read like this."));
  const { id, version } = await insertMapping(tx, { sourceName, headers: run.plan?.headers ?? [], choices, createdById: actor.userId, now });
  await appendAudit(tx, { actorId: actor.userId, subject: { type: "importMapping", id: String(id) }, at: now, event: "import.mappingSaved", data: { source: sourceName, version } });
  return ok({ version });
}
