"use server";

import { requireActor } from "@/lib/auth/session";
import { leavePresence, showPresence } from "./service";

const isId = (id: unknown): id is number => typeof id === "number" && Number.isInteger(id) && id > 0 && id <= 2_147_483_647;

/** A sign of life of an open form; the names of the others, none where the record may no longer be edited. */
export async function showPresenceAction(incidentId: number): Promise<readonly string[]> {
  const actor = await requireActor();
  const others = isId(incidentId) ? await showPresence(actor, incidentId, new Date()) : undefined;
  return others?.ok ? others.value : [];
}

/** The form is left. */
export async function leavePresenceAction(incidentId: number): Promise<void> {
  const actor = await requireActor();
  if (isId(incidentId)) await leavePresence(actor, incidentId);
}
