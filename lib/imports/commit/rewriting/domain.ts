import { sensitivityCodes, type Sensitivity } from "@/lib/codelists/sensitivity";
import type { WorkflowState } from "@/lib/codelists/workflow";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { entryRelationOf } from "@/lib/incidents/domain/relation";
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

/** What a file's content comes to under the marks that the record bears: a file lowers none, and knows none of single fields. */
export const underMarksOf = (before: IncidentView, content: IncidentView): IncidentView => ({ ...content, sensitivity: strictest(before.sensitivity, content.sensitivity), protectedFields: before.protectedFields });

/**
 * The record after an import has written over it: content as given, the review begun anew as after any edit, nothing else touched. A
 * mark that protects is never lowered by a file. Undefined where a record in that state is not edited.
 */
export function updatedView(before: IncidentView, content: GivenContent, now: Date): IncidentView | undefined {
  const workflow = stateAfterEdit(before.workflow);
  return workflow && rewritten(before, { ...content, sensitivity: strictest(before.sensitivity, content.sensitivity) }, { workflow, now });
}

/** The record with an earlier content, as an undone update leaves it. A finding fell away with the review that made it and does not come back. */
export const restoredView = (current: IncidentView, earlier: IncidentView, now: Date): IncidentView =>
  rewritten(current, { ...givenContent(earlier), obligations: earlier.obligations.map(({ code, relation }) => ({ code, relation: entryRelationOf(relation), effect: "NONE" })) }, { workflow: current.workflow, now });

/** What a reviewer found of the record's files stands, whatever a file of rows says. */
const rewritten = (before: IncidentView, content: GivenContent, { workflow, now }: { workflow: WorkflowState; now: Date }): IncidentView => ({
  ...before,
  ...content,
  flags: [...content.flags.filter((flag) => flag !== "MEDIA_MISMATCH"), ...(before.evidence.some(({ differs }) => differs) ? (["MEDIA_MISMATCH"] as const) : [])],
  version: before.version + 1,
  updatedAt: now.toISOString(),
  verification: "V0_UNASSESSED",
  workflow,
});
