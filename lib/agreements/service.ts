import { appendAudit } from "@/lib/audit/store";
import { transaction, type Tx } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden, invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { resolveSources } from "@/lib/sources/service";
import { mayRecordDiscrepancy } from "./policy";
import type { DiscrepancyInput } from "./schema";
import { findNamed, insertDiscrepancy } from "./store";

/** Records a place where accounts of an agreement differ, linked to what it touches. Those of one agreement come with its file. */
export async function recordDiscrepancy(actor: Actor, input: DiscrepancyInput, now: Date): Promise<Result<{ id: number }>> {
  if (!mayRecordDiscrepancy(actor)) return refuse(forbidden("A discrepancy comes with the file of its agreement; the product itself records those that touch none."));
  return transaction((tx) => addDiscrepancy(tx, input, { actorId: actor.userId, now }));
}

/** Adds a discrepancy inside a caller's transaction, with its audit entry. The caller has asked whether the actor may. */
export async function addDiscrepancy(tx: Tx, input: DiscrepancyInput, { actorId, now }: { actorId: number; now: Date }): Promise<Result<{ id: number }>> {
  const sources = await resolveSources(tx, input.sources);
  if (!sources.ok) return sources;
  const named = await findNamed(tx, input);
  for (const field of ["obligations", "agreements"] as const) {
    const unknown = input[field].find((code) => !named[field].some((row) => row.code === code));
    if (unknown !== undefined) return refuse(invalid(field, "unknown_code", `${input.code} names ${unknown}, which is not loaded.`));
  }
  const ids = { obligations: named.obligations.map((row) => row.id), agreements: named.agreements.map((row) => row.id), sources: [...new Set(input.sources)].map(sources.value) };
  const id = await insertDiscrepancy(tx, input, ids);
  if (id === undefined) return refuse(conflict(`A discrepancy with the code "${input.code}" exists.`));
  await appendAudit(tx, { actorId, subject: { type: "discrepancy", id: String(id) }, at: now, event: "discrepancy.recorded", data: { key: input.code } });
  return ok({ id });
}
