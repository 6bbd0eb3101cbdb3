import { sensitivityCodes, type Sensitivity } from "@/lib/codelists/sensitivity";
import type { WorkflowState } from "@/lib/codelists/workflow";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { stateAfterEdit } from "@/lib/incidents/domain/workflow";

/** The fields that a file gives; all others of a record are the product's own. */
const given = ["externalId", "type", "title", "narrative", "occurred", "place", "obligations", "claims", "casualties", "observations", "sources", "severity", "sensitivity", "flags"] as const satisfies (keyof IncidentView)[];
export type GivenContent = Pick<IncidentView, (typeof given)[number]>;

/** The part of a view that a file gives. */
export function givenContent(view: IncidentView): GivenContent {
  const { externalId, type, title, narrative, occurred, place, obligations, claims, casualties, observations, sources, severity, sensitivity, flags } = view;
  return { externalId, type, title, narrative, occurred, place, obligations, claims, casualties, observations, sources, severity, sensitivity, flags };
}

const strictest = (a: Sensitivity, b: Sensitivity): Sensitivity => (sensitivityCodes.indexOf(a) > sensitivityCodes.indexOf(b) ? a : b);

/**
 * The record after an import has written over it: content as given, the review begun anew as after any edit, nothing else touched. A
 * mark that protects is never lowered by a file. Undefined where a record in that state is not edited.
 */
export function updatedView(before: IncidentView, content: GivenContent, now: Date): IncidentView | undefined {
  const workflow = stateAfterEdit(before.workflow);
  return workflow && rewritten(before, { ...content, sensitivity: strictest(before.sensitivity, content.sensitivity) }, { workflow, now });
}

/** The record with an earlier content, as an undone update leaves it. */
export const restoredView = (current: IncidentView, earlier: IncidentView, now: Date): IncidentView =>
  rewritten(current, givenContent(earlier), { workflow: current.workflow, now });

const rewritten = (before: IncidentView, content: GivenContent, { workflow, now }: { workflow: WorkflowState; now: Date }): IncidentView => ({
  ...before,
  ...content,
  version: before.version + 1,
  updatedAt: now.toISOString(),
  verification: "V0_UNASSESSED",
  workflow,
});
