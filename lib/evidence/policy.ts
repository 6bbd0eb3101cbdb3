import type { WorkflowState } from "@/lib/codelists/workflow";
import type { RecordFacts } from "@/lib/incidents/domain/record";
import { mayKnowEvidence, maySee, readsAllEvidence, rightsOf, scopeOf, type EvidenceMarks, type IncidentScope } from "@/lib/incidents/policy";
import type { Actor } from "@/lib/kernel/actor";
import { isSystemActor } from "@/lib/kernel/system-actor";
import { isOpenForEvidence } from "./domain/item";

/** What one reader may have of one file. Denied unless something gives it. */
export type EvidenceAccess = { mayKnow: boolean; mayOpenOriginal: boolean; mayReadCustody: boolean };

const nothing: EvidenceAccess = { mayKnow: false, mayOpenOriginal: false, mayReadCustody: false };

type RecordMarks = Pick<RecordFacts, "workflow" | "teamId" | "sensitivity" | "wasPublished">;

/**
 * The one rule of access to evidence. Whoever may see the record may know of its open evidence and have the copy without
 * metadata. Everything else (S2 and S3 marks on the item or the record, what was withdrawn, every original, whose metadata may
 * tell a place or a person, and the names in its custody) is for the item's own team, reviewers and auditors.
 */
export function accessTo(scope: IncidentScope, record: RecordMarks, item: EvidenceMarks): EvidenceAccess {
  if (!maySee(scope, record) || !mayKnowEvidence(scope, record, item)) return nothing;
  const readsAll = readsAllEvidence(scope, item);
  return { mayKnow: true, mayOpenOriginal: readsAll, mayReadCustody: readsAll };
}

/** Why the actor has no say in the evidence of this record, whatever state it is in; undefined where nothing stands against it. */
export function whyNotWorkOn(actor: Actor, record: RecordFacts): string | undefined {
  if (!rightsOf[actor.role].mayWrite) return `Your role, ${actor.role}, does not add or describe evidence.`;
  return actor.role === "REVIEWER" || actor.teamId === record.teamId ? undefined : "This record belongs to another team.";
}

/** Whether to offer the place where files are dropped. */
export const mayAttachNow = (actor: Actor, record: RecordFacts): boolean => whyNotWorkOn(actor, record) === undefined && isOpenForEvidence(record.workflow);

/** Whether the actor may describe, protect or withdraw this item; the state of the record has its own say. */
export const mayHandle = (actor: Actor, record: RecordFacts, item: EvidenceMarks): boolean =>
  whyNotWorkOn(actor, record) === undefined && readsAllEvidence(scopeOf(actor), item);

/** Whether the actor may withdraw an item that is theirs to handle: of a decided record only a reviewer, since what is public changes with it. */
export const mayWithdrawIn = (actor: Actor, workflow: WorkflowState): boolean => isOpenForEvidence(workflow) || actor.role === "REVIEWER";

/** Whether the actor may have every file hashed again and unneeded files swept: auditors, administrators, and the product itself. */
export const mayVerifyEvidence = (actor: Actor): boolean => actor.role === "AUDITOR" || actor.role === "ADMIN" || isSystemActor(actor);
