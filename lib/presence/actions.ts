"use server";

import { requireActor } from "@/lib/auth/session";
import { isRowId } from "@/lib/kernel/row-id";
import { leavePresence, showPresence } from "./service";

/** A sign of life of an open form; the names of the others, none where the record may no longer be edited. */
export async function showPresenceAction(incidentId: number): Promise<readonly string[]> {
  const actor = await requireActor();
  const others = isRowId(incidentId) ? await showPresence(actor, incidentId, new Date()) : undefined;
  return others?.ok ? others.value : [];
}

/** The form is left. */
export async function leavePresenceAction(incidentId: number): Promise<void> {
  const actor = await requireActor();
  if (isRowId(incidentId)) await leavePresence(actor, incidentId);
}
