import { scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { editIncident as edit } from "@/lib/incidents/service";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { etagOf, isUnchanged, precondition, preconditionFailed, preconditionRequired, staleAnswer } from "@/lib/server/etag";
import { jsonRoute } from "@/lib/server/json-route";
import { editIncident, getIncident } from "../../_operations/incidents";
import { answerWithIncident } from "../_parts/answer";
import { findToEdit, merged } from "../_parts/editing";

export const GET = jsonRoute(getIncident, async ({ request, actor, params }) => {
  const incident = await findIncident(scopeOf(actor), params.id);
  if (!incident) return refuse(notFound);
  const headers = { etag: etagOf(incident.version) };
  return ok(isUnchanged(request, incident.version) ? { status: 304, headers } : { body: incident, headers });
});

export const PATCH = jsonRoute(editIncident, async ({ request, actor, params, body, now }) => {
  const found = await findToEdit(actor, params.id);
  if (!found.ok) return found;
  const current = found.value;
  const standing = precondition(request, current.version);
  if (standing === "missing") return preconditionRequired();
  if (standing === "stale") return preconditionFailed(current.version);
  const input = merged(current, body);
  if (!input.ok) return input;
  const edited = await edit(actor, { id: params.id, expectedVersion: current.version, input: input.value }, now);
  if (!edited.ok) return staleAnswer(edited.refusal) ?? edited;
  return answerWithIncident({ actor, id: params.id, status: 200 });
});
