import type { IncidentView } from "@/lib/incidents/domain/record";
import { mayLogIncident, scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { entryInputOf, incidentInput, type IncidentInput } from "@/lib/incidents/schema";
import type { Actor } from "@/lib/kernel/actor";
import { forbidden, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { parseInput } from "@/lib/server/parse-input";

/** The record that is to be edited, as the editor may read it; refused where their role edits none. */
export async function findToEdit(actor: Actor, id: number): Promise<Result<IncidentView>> {
  const current = await findIncident(scopeOf(actor), id);
  if (!current) return refuse(notFound);
  return mayLogIncident(actor) ? ok(current) : refuse(forbidden(`Your role, ${actor.role}, does not edit records.`));
}

/** The record's content with the sent fields put over it. What was withheld from the reader must not be written back as empty. */
export function merged(current: IncidentView, patch: Record<string, unknown>): Result<IncidentInput> {
  if (current.redacted) return refuse(forbidden("Parts of this record are withheld from you, so you can't edit it."));
  return parseInput(incidentInput, { ...entryInputOf(current), ...patch });
}
