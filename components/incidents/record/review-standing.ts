import type { WorkflowState } from "@/lib/codelists/workflow";

type Standing = { workflow: WorkflowState; approvals: { given: number; needed: number }; isOwnWork: boolean };

const awaiting: readonly WorkflowState[] = ["SUBMITTED", "IN_REVIEW", "APPROVED", "ON_HOLD"];

/** How far the review has come, and why the reader has no say in it; nothing where there is nothing to say. */
export function reviewStanding({ workflow, approvals, isOwnWork }: Standing): string[] {
  const isAwaiting = awaiting.includes(workflow);
  return [tally(workflow, approvals), isAwaiting && isOwnWork ? "You wrote or last edited this: somebody else reviews it." : ""].filter((line) => line !== "");
}

function tally(workflow: WorkflowState, { given, needed }: Standing["approvals"]): string {
  if (workflow === "PUBLISHED") return given > 0 ? `Retraction asked for by ${given} of ${needed} reviewers.` : "";
  if (!awaiting.includes(workflow) || needed < 2) return "";
  const counted = `${given} of ${needed} approvals`;
  return given >= needed ? `${counted}.` : `${counted}. Two different reviewers must approve, because of deaths, a finding by a mandated body or the level of verification.`;
}
