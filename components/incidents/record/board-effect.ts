import { countsOnBoard, verificationLabel, verificationRank } from "@/lib/codelists/verification";
import type { IncidentView, ObligationLink } from "@/lib/incidents/domain/record";

/** Whether and why one link of a record weighs on the status board. */
export function boardEffectOf(incident: Pick<IncidentView, "workflow" | "verification">, { relation, effect }: Pick<ObligationLink, "relation" | "effect">): { counts: boolean; because: string } {
  const level = verificationLabel(incident.verification);
  if (incident.workflow === "RETRACTED" || incident.workflow === "CORRECTED") return { counts: false, because: "it was withdrawn or replaced" };
  if (incident.workflow !== "PUBLISHED") return { counts: false, because: "it is not published" };
  if (verificationRank(incident.verification) < 0) return { counts: false, because: `its verification is “${level}”` };
  if (!countsOnBoard(incident.verification)) return { counts: false, because: `its verification is “${level}”; the board counts from “Corroborated” (V3) on, and lists it under claims waiting` };
  if (relation === "CONTEXT" && effect === "NONE") return { counts: false, because: "the review found it to be context" };
  if (relation === "POSSIBLE_BREACH") return { counts: false, because: "a possible breach is not a finding" };
  return { counts: true, because: `it is published, its verification is “${level}”, and a review set the relation` };
}
