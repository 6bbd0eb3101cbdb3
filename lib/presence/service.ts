import { mayEditNow, scopeOf } from "@/lib/incidents/policy";
import { findStoredRecord } from "@/lib/incidents/queries";
import type { Actor } from "@/lib/kernel/actor";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { listPresent } from "./queries";
import { forgetSeen, noteSeen } from "./store";

/** Notes that the actor has the record's form open and says who else has. Refused to whoever may not edit it now. */
export async function showPresence(actor: Actor, incidentId: number, now: Date): Promise<Result<readonly string[]>> {
  const record = await findStoredRecord(scopeOf(actor), incidentId);
  if (!record || !mayEditNow(actor, record.facts)) return refuse(notFound);
  await noteSeen(incidentId, actor.userId, now);
  return ok(await listPresent(incidentId, { exceptUserId: actor.userId, now }));
}

/** The form was closed. Closing what was never open is no error. */
export const leavePresence = (actor: Actor, incidentId: number): Promise<void> => forgetSeen(incidentId, actor.userId);
