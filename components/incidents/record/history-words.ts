import { verificationLabel } from "@/lib/codelists/verification";
import { labelOfField } from "../form/field-labels";

export type HistoryLine = {
  readonly event: string;
  readonly at: string;
  readonly by: string | null;
  readonly version: number;
  readonly reason: string | null;
  readonly verification: string | null;
  readonly approvals: { readonly given: number; readonly needed: number } | null;
  readonly changed: readonly string[];
};

const eventWords: Record<string, string> = {
  "incident.logged": "Logged",
  "incident.imported": "Written by an import",
  "import.undone": "Put back, its import was undone",
  "incident.edited": "Edited",
  "incident.submitted": "Submitted for review",
  "incident.claimed": "Taken for review",
  "incident.changesRequested": "Changes requested",
  "incident.approved": "Approved",
  "incident.rejected": "Rejected",
  "incident.published": "Published",
  "incident.held": "Put on hold",
  "incident.retracted": "Retracted",
  "incident.retractionProposed": "Retraction asked for",
  "incident.correctionOpened": "Correction opened",
  "incident.corrected": "Corrected by another record",
  "incident.mergedInto": "Merged into another record",
  "incident.mergeReceived": "Another record was merged into it",
  "incident.mergeUndone": "A merge was undone",
  "incident.commented": "Commented on",
  "incident.dissented": "A reviewer disagreed",
  "incident.levelLowered": "Level lowered, since a source fell away",
  "correction.filed": "A correction or reply was asked for",
  "correction.decided": "A request to correct was decided",
  "correction.withdrawn": "A request to correct was taken back",
  "incident.related": "Its relation to another record was decided",
  "incident.relationUndone": "Its relation to another record was undone",
  "evidence.attached": "Evidence added",
  "evidence.described": "Evidence described anew",
  "evidence.withdrawn": "Evidence withdrawn",
  "evidence.mismatchFound": "A file was found to differ from the claims",
  "evidence.mismatchUndone": "The finding on a file was taken back",
  "evidence.carried": "Evidence carried over from the corrected record",
};

/** What happened, in words; an event without words is shown by its code, never hidden. */
export function happened({ event, verification, approvals, changed }: HistoryLine): string {
  const what = eventWords[event] ?? event;
  const level = verification === null ? "" : ` at “${verificationLabel(verification)}”`;
  const of = approvals !== null && approvals.needed > 1 ? ` (${approvals.given} of ${approvals.needed})` : "";
  const fields = changed.length === 0 ? "" : `: ${changed.map((field) => labelOfField(field).toLowerCase()).join(", ")}`;
  return `${what}${level}${of}${fields}`;
}
