import { mayLogIncident, scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { editIncident as edit } from "@/lib/incidents/service";
import { forbidden, notFound } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { etagOf, isUnchanged, precondition, preconditionFailed, preconditionRequired } from "@/lib/server/etag";
import { jsonRoute } from "@/lib/server/json-route";
import { editIncident, getIncident } from "../../_operations/incidents";
import { answerWithIncident } from "../_parts/answer";
import { merged } from "../_parts/merged";

export const GET = jsonRoute(getIncident, async ({ request, actor, params }) => {
  const incident = await findIncident(scopeOf(actor), params.id);
  if (!incident) return refuse(notFound);
  const headers = { etag: etagOf(incident.version) };
  return ok(isUnchanged(request, incident.version) ? { status: 304, headers } : { body: incident, headers });
});

export const PATCH = jsonRoute(editIncident, async ({ request, actor, params, body, now }) => {
  const current = await findIncident(scopeOf(actor), params.id);
  if (!current) return refuse(notFound);
  if (!mayLogIncident(actor)) return refuse(forbidden(`Your role, ${actor.role}, does not edit records.`));
  const standing = precondition(request, current.version);
  if (standing === "missing") return preconditionRequired();
  if (standing === "stale") return preconditionFailed(current.version);
  const input = merged(current, body);
  if (!input.ok) return input;
  const edited = await edit(actor, { id: params.id, expectedVersion: current.version, input: input.value }, now);
  // Somebody was faster between our read and our write: to the caller that is the same staleness.
  if (!edited.ok) return edited.refusal.kind === "conflict" && edited.refusal.currentVersion !== undefined ? preconditionFailed(edited.refusal.currentVersion) : edited;
  return answerWithIncident({ actor, id: params.id, status: 200 });
});
