import { type CodeOf, labelOf } from "./code-list";

/** Where a record stands on its way to being public. */
export const workflowStates = [
  { code: "DRAFT", label: "Draft" },
  { code: "SUBMITTED", label: "Submitted" },
  { code: "IN_REVIEW", label: "In review" },
  { code: "CHANGES_REQUESTED", label: "Changes requested" },
  { code: "APPROVED", label: "Approved" },
  { code: "PUBLISHED", label: "Published" },
  { code: "ON_HOLD", label: "On hold" },
  { code: "MERGED_INTO", label: "Merged into another" },
  { code: "REJECTED", label: "Rejected" },
  { code: "CORRECTED", label: "Corrected" },
  { code: "RETRACTED", label: "Retracted" },
  { code: "UNDONE", label: "Undone with its import" },
] as const;

export type WorkflowState = CodeOf<typeof workflowStates>;
export const workflowStateCodes = workflowStates.map((entry) => entry.code) as [WorkflowState, ...WorkflowState[]];
export const workflowStateLabel = (code: string): string => labelOf(workflowStates, code);

/** States in which everybody who may sign in can see that the record exists. */
export const publicWorkflowStates: readonly WorkflowState[] = ["PUBLISHED", "CORRECTED", "RETRACTED"];

/** Not shown to anybody: the batch that brought the record in was taken back. */
export const hiddenWorkflowStates: readonly WorkflowState[] = ["UNDONE"];
