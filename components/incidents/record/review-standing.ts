import { dayInWords } from "@/components/ui/date-text";
import { verificationLabel } from "@/lib/codelists/verification";
import type { WorkflowState } from "@/lib/codelists/workflow";

type Decision = { readonly by: string; readonly at: string; readonly verification: string | null };
type Standing = {
  workflow: WorkflowState;
  approvals: { given: number; needed: number };
  isOwnWork: boolean;
  /** Who has decided on this content, and who may still; empty where names of staff are not shown. */
  decisions: readonly Decision[];
  mayDecide: readonly string[];
};

const awaiting: readonly WorkflowState[] = ["SUBMITTED", "IN_REVIEW", "APPROVED", "ON_HOLD"];
const undecided: readonly WorkflowState[] = ["SUBMITTED", "IN_REVIEW", "ON_HOLD"];

/** How far the review has come, who has decided and who may be next, and why the reader has no say in it; nothing where there is nothing to say. */
export function reviewStanding({ workflow, approvals, isOwnWork, decisions, mayDecide }: Standing): string[] {
  const isAwaiting = awaiting.includes(workflow);
  const isRetracting = workflow === "PUBLISHED" && decisions.length > 0;
  const lines = [
    tally(workflow, approvals),
    ...(isAwaiting || isRetracting ? decisions.map((decision) => decided(workflow, decision)) : []),
    isRetracting || (undecided.includes(workflow) && approvals.given < approvals.needed) ? next(mayDecide, decisions.length > 0) : "",
    isAwaiting && isOwnWork ? "You wrote or last edited this: somebody else reviews it." : "",
  ];
  return lines.filter((line) => line !== "");
}

function tally(workflow: WorkflowState, { given, needed }: Standing["approvals"]): string {
  if (workflow === "PUBLISHED") return given > 0 ? `Retraction asked for by ${given} of ${needed} reviewers.` : "";
  if (!awaiting.includes(workflow) || needed < 2) return "";
  const counted = `${given} of ${needed} approvals`;
  return given >= needed ? `${counted}.` : `${counted}. Two different reviewers must approve, because of deaths, a finding by a mandated body or the level of verification.`;
}

function decided(workflow: WorkflowState, { by, at, verification }: Decision): string {
  const day = dayInWords(at.slice(0, 10));
  if (workflow === "PUBLISHED") return `${by} asked for it on ${day}.`;
  return verification === null ? `${by} approved on ${day}.` : `${by} approved on ${day} at “${verificationLabel(verification)}”.`;
}

const shownAtMost = 6;

/** Who may decide now. Nobody left is said as well: then the record waits for a further reviewer's account. */
function next(names: readonly string[], isSecond: boolean): string {
  if (names.length === 0) return isSecond ? "No other reviewer is in office who may decide: it takes a further one." : "";
  const shown = names.slice(0, shownAtMost).join("; ");
  const more = names.length > shownAtMost ? ` and ${names.length - shownAtMost} more` : "";
  return isSecond ? `Next to decide may be: ${shown}${more}.` : `May decide: ${shown}${more}.`;
}
