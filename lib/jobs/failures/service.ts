import { appendAudit } from "@/lib/audit/store";
import { transaction } from "@/lib/db/transaction";
import { ok, type Result } from "@/lib/kernel/result";

export type GivenUp = { readonly id: string; readonly task: string; readonly attempts: number };

/** Puts on record that a job was given up for good, for whoever reads the audit. What it was told and what went wrong stay in the log. */
export async function recordGivenUp({ id, task, attempts }: GivenUp, now: Date): Promise<Result<void>> {
  return transaction(async (tx) => {
    await appendAudit(tx, { actorId: null, subject: { type: "job", id }, at: now, event: "job.givenUp", data: { task, attempts } });
    return ok(undefined);
  });
}
