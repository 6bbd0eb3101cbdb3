import type { IncidentView } from "@/lib/incidents/domain/record";
import { entryInputOf, incidentInput, type IncidentInput } from "@/lib/incidents/schema";
import { forbidden } from "@/lib/kernel/refusal";
import { refuse, type Result } from "@/lib/kernel/result";
import { parseInput } from "@/lib/server/parse-input";

/** The record's content with the sent fields put over it. What was withheld from the reader must not be written back as empty. */
export function merged(current: IncidentView, patch: Record<string, unknown>): Result<IncidentInput> {
  if (current.redacted) return refuse(forbidden("Parts of this record are withheld from you, so you can't edit it."));
  return parseInput(incidentInput, { ...entryInputOf(current), ...patch });
}
