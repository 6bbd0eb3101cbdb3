import { appendAudit } from "@/lib/audit/store";
import { transaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden, invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { mayLoadReference } from "@/lib/sources/policy";
import type { PlaceInput, UnitInput } from "./schema";
import { insertPlace, insertUnit, unitExists } from "./store";

const refused = refuse(forbidden("Reference data is loaded by the product itself only."));

/** Adds an administrative unit of the basemap, to which places and incidents can then be assigned. */
export async function registerUnit(actor: Actor, input: UnitInput, now: Date): Promise<Result<{ code: string }>> {
  if (!mayLoadReference(actor)) return refused;
  return transaction(async (tx) => {
    if (!(await insertUnit(tx, input))) return refuse(conflict(`A unit with the code "${input.code}" exists.`));
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "reference", id: input.code }, at: now, event: "reference.loaded", data: { what: `unit ${input.code}`, rows: 1 } });
    return ok({ code: input.code });
  });
}

/** Adds a place with every form of its name, the Latin form of both usages among them. */
export async function registerPlace(actor: Actor, input: PlaceInput, now: Date): Promise<Result<{ id: number }>> {
  if (!mayLoadReference(actor)) return refused;
  return transaction(async (tx) => {
    if (input.unit !== null && !(await unitExists(tx, input.unit))) return refuse(invalid("unit", "unknown_unit", `No unit has the code "${input.unit}".`));
    const place = await insertPlace(tx, input);
    if (!place) return refuse(conflict(`A place with the key "${input.key}" exists.`));
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "place", id: String(place.id) }, at: now, event: "place.registered", data: { key: input.key } });
    return ok(place);
  });
}
