import { transaction, type Tx } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, type Refusal } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { heldRun } from "../held/service";
import type { DecisionInput } from "../schema";
import { moveRun } from "../store";
import { findTwiceWritten, recount, writeDecision } from "./store";

/** Decides on one held row, or on all that are held for one reason. Refused where two rows would then write one record. */
export async function decideRows(actor: Actor, { id, decision, record, reason }: DecisionInput, now: Date): Promise<Result<{ rows: number }>> {
  return transaction(async (tx) => {
    const run = await heldRun(tx, actor, { id, command: "decide" });
    if (!run.ok) return run;
    const rows = await writeDecision(tx, { id, record, reason }, decision);
    if (rows === 0) return refuse(conflict(decision === "ACCEPT" ? "No such record waits for a decision and can be accepted as it is." : "No such record waits for this decision."));
    const twice = await settleCounts(tx, id, now);
    return twice ? refuse(twice) : ok({ rows });
  });
}

/** Counts anew after rows changed, inside the caller's transaction; why not, where two rows would write one record. */
export async function settleCounts(tx: Tx, id: number, now: Date): Promise<Refusal | undefined> {
  const twice = await findTwiceWritten(tx, id);
  if (twice) return conflict(`Records ${twice.records.join(" and ")} have the same external id, “${twice.externalId}”: only one of them can be written.`);
  await moveRun(tx, { id, command: "decide", now }, { tally: await recount(tx, id) });
  return undefined;
}
