import { protectedFieldLabel } from "@/lib/codelists/protected-field";
import { workflowStateLabel, type WorkflowState } from "@/lib/codelists/workflow";

import { type Marked, openedByMerge } from "@/lib/incidents/domain/marks";

type Half = { readonly id: number; readonly reference: string; readonly workflow: WorkflowState; readonly hasMerged: boolean; readonly marks: Marked };

const closed: readonly WorkflowState[] = ["MERGED_INTO", "REJECTED", "CORRECTED", "RETRACTED"];
const settled: readonly WorkflowState[] = ["APPROVED", "PUBLISHED"];

/**
 * Why two records can't be merged as they stand, with the way out; undefined where nothing stands against it. Lines that
 * nobody reviewed never slip into a record that was reviewed, nor a reviewed record into one that was not; protected lines never
 * slip into a record that is more open.
 */
export function whyNotMerge(survivor: Half, merged: Half): string | undefined {
  if (survivor.id === merged.id) return "A record can't be merged into itself.";
  for (const half of [survivor, merged]) {
    if (closed.includes(half.workflow)) return `${half.reference} is “${workflowStateLabel(half.workflow)}”: it takes part in no merge.`;
  }
  if (merged.hasMerged) return `Other records are merged into ${merged.reference}: undo those merges first, or merge the other way round.`;
  if (settled.includes(survivor.workflow) !== settled.includes(merged.workflow) || (settled.includes(survivor.workflow) && survivor.workflow !== merged.workflow))
    return `${survivor.reference} is “${workflowStateLabel(survivor.workflow)}” and ${merged.reference} is “${workflowStateLabel(merged.workflow)}”: bring both to the same stage of review first.`;
  const [opened] = openedByMerge(survivor.marks, merged.marks);
  if (opened !== undefined)
    return `“${protectedFieldLabel(opened)}” is protected in ${merged.reference} and more open in ${survivor.reference}: protect it there first, or merge the other way round.`;
  return undefined;
}

/** Why a merge can't be undone as the survivor stands now; undefined where it can. */
export function whyNotUnmerge(survivor: Pick<Half, "reference" | "workflow">, workflowBefore: WorkflowState): string | undefined {
  if (closed.includes(survivor.workflow)) return `${survivor.reference} is “${workflowStateLabel(survivor.workflow)}”: its lines stay where they are.`;
  // A survivor that was published since carries reviewed lines: an unreviewed record would take them along.
  if (settled.includes(survivor.workflow) && !settled.includes(workflowBefore))
    return `${survivor.reference} was reviewed with these lines in it; open its correction to take them out.`;
  if (!settled.includes(survivor.workflow) && settled.includes(workflowBefore)) return `${survivor.reference} is under review again; decide on it first.`;
  return undefined;
}
