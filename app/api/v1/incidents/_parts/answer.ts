import { scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import type { Actor } from "@/lib/kernel/actor";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { etagOf } from "@/lib/server/etag";
import type { Answer } from "@/lib/server/json-route";

/** The record as this actor may read it, with its ETag; a new one also says where it is. */
export async function answerWithIncident({ actor, id, status }: { actor: Actor; id: number; status: 200 | 201 }): Promise<Result<Required<Answer>>> {
  const incident = await findIncident(scopeOf(actor), id);
  if (!incident) return refuse(notFound);
  const etag = { etag: etagOf(incident.version) };
  return ok({ status, body: incident, headers: status === 201 ? { ...etag, location: `/api/v1/incidents/${id}` } : etag });
}
