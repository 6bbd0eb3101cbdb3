import type { IncidentView } from "@/lib/incidents/domain/record";
import { mayLogIncident, scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { entryInputOf, incidentInput, type IncidentInput } from "@/lib/incidents/schema";
import { editIncident as edit } from "@/lib/incidents/service";
import { forbidden, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { etagOf, isUnchanged, precondition, preconditionFailed, preconditionRequired } from "@/lib/server/etag";
import { jsonRoute } from "@/lib/server/json-route";
import { parseInput } from "@/lib/server/parse-input";
import { editIncident, getIncident } from "../../_operations/incidents";
import { answerWithIncident } from "../_parts/answer";

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

/** The record's content with the sent fields put over it. What was withheld from the reader must not be written back as empty. */
function merged(current: IncidentView, patch: Record<string, unknown>): Result<IncidentInput> {
  if (current.redacted) return refuse(forbidden("Parts of this record are withheld from you, so you can't edit it."));
  return parseInput(incidentInput, { ...entryInputOf(current), ...patch });
}
