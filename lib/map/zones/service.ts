import { appendAudit } from "@/lib/audit/store";
import { transaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden, invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { mayLoadReference } from "@/lib/sources/policy";
import type { ZoneInput } from "./schema";
import { findReferences, insertZone } from "./store";

/** Adds where a duty holds from one day to another, so that the map can show it; the duty, its unit and its places must be on record. */
export async function registerZone(actor: Actor, input: ZoneInput, now: Date): Promise<Result<{ key: string }>> {
  if (!mayLoadReference(actor)) return refuse(forbidden("Reference data is loaded by the product itself only."));
  return transaction(async (tx) => {
    const references = await findReferences(tx, input);
    if ("missing" in references) return refuse(invalid("shape", "unknown_reference", `There is no ${references.missing}.`));
    if (!(await insertZone(tx, input, references))) return refuse(conflict(`A zone with the key "${input.key}" exists.`));
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "reference", id: input.key }, at: now, event: "reference.loaded", data: { what: `zone ${input.key}`, rows: 1 } });
    return ok({ key: input.key });
  });
}
