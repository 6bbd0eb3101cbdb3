import type { WorkflowState } from "@/lib/codelists/workflow";

export const commands = ["submit", "claim", "requestChanges", "approve", "reject", "publish", "hold", "retract", "correct"] as const;
export type Command = (typeof commands)[number];

/**
 * The life of a record: which command leads from which state where. The buttons, the service's check and the tests read
 * this one table. `approve` and `retract` may need a second person first: until then the state stays (see `approvalsNeeded`).
 */
export const workflowTable: Record<WorkflowState, Partial<Record<Command, WorkflowState>>> = {
  DRAFT: { submit: "SUBMITTED" },
  SUBMITTED: { claim: "IN_REVIEW", hold: "ON_HOLD" },
  IN_REVIEW: { approve: "APPROVED", requestChanges: "CHANGES_REQUESTED", reject: "REJECTED", hold: "ON_HOLD" },
  CHANGES_REQUESTED: { submit: "SUBMITTED" },
  APPROVED: { publish: "PUBLISHED", requestChanges: "CHANGES_REQUESTED", hold: "ON_HOLD" },
  // A published record is never rewritten: a correction is a further record that takes its place when it is published.
  PUBLISHED: { retract: "RETRACTED", correct: "PUBLISHED" },
  ON_HOLD: { claim: "IN_REVIEW" },
  MERGED_INTO: {},
  REJECTED: {},
  CORRECTED: {},
  RETRACTED: {},
  UNDONE: {},
};

/** The state that `command` leads to from `state`, or undefined where the table has no such step. */
export const nextState = (state: WorkflowState, command: Command): WorkflowState | undefined => workflowTable[state][command];

/** The commands that the table offers in `state`, whoever asks. */
export const commandsFrom = (state: WorkflowState): Command[] => commands.filter((command) => workflowTable[state][command] !== undefined);

/** Where an edit leaves a record; undefined where a record in that state is not edited at all. */
export function stateAfterEdit(state: WorkflowState): WorkflowState | undefined {
  if (state === "DRAFT" || state === "CHANGES_REQUESTED") return state;
  // What was read is no longer what stands: the review begins anew.
  if (state === "SUBMITTED" || state === "IN_REVIEW" || state === "ON_HOLD" || state === "APPROVED") return "SUBMITTED";
  return undefined;
}

/** Commands that explain themselves: a reason is asked of whoever gives them. */
export const needsReason = (command: Command): boolean =>
  command === "requestChanges" || command === "reject" || command === "retract" || command === "correct";

/** Whether earlier approvals no longer speak for the record once this step is taken. */
export const voidsApprovals = (state: WorkflowState, command: Command): boolean =>
  command === "requestChanges" || (command === "hold" && state === "APPROVED");
