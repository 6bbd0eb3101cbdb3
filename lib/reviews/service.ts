import type { Verification } from "@/lib/codelists/verification";
import { workflowStateLabel, type WorkflowState } from "@/lib/codelists/workflow";
import { publishToBoard, withdrawFromBoard } from "@/lib/compliance/service";
import { transaction, type Tx } from "@/lib/db/transaction";
import { retractionsNeeded } from "@/lib/incidents/domain/approvals";
import { needsReason, nextState, voidsApprovals, type Command } from "@/lib/incidents/domain/workflow";
import { entryRelationOf } from "@/lib/incidents/domain/relation";
import { maySee, scopeOf, whyNotCommand } from "@/lib/incidents/policy";
import type { StoredRecord } from "@/lib/incidents/record/queries";
import { stale } from "@/lib/incidents/service";
import { advanceIncident, holdIncident, openCorrection, setRelations } from "@/lib/incidents/state/service";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden, invalid, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { isSystemActor } from "@/lib/kernel/system-actor";
import { decideApproval } from "./domain";
import type { TransitionInput } from "./schema";
import { insertReview, listDecisions } from "./store";

export type TransitionRequest = TransitionInput & {
  id: number;
  /** Given where the record was on a screen or came with an ETag: a step on an older version is refused. */
  expectedVersion?: number | undefined;
  /** From when the board knows a published reference row; the product itself only. */
  knownAt?: Date | undefined;
};
export type Transitioned = { id: number; version: number; workflow: WorkflowState };

type Step = { tx: Tx; actor: Actor; record: StoredRecord; to: WorkflowState; request: TransitionRequest; now: Date };

/**
 * Takes a record one step through its life, or says why not. The step, its review, its snapshot, its audit entry and what it
 * changes on the board are kept together or not at all. `correct` answers with the draft that it opens.
 */
export async function transitionIncident(actor: Actor, request: TransitionRequest, now: Date): Promise<Result<Transitioned>> {
  return transaction(async (tx) => {
    const record = await holdIncident(tx, request.id);
    if (!record || !maySee(scopeOf(actor), record.facts)) return refuse(notFound);
    const to = stateAfter(actor, record, request);
    if (!to.ok) return to;
    return steps[request.command]({ tx, actor, record, to: to.value, request, now });
  });
}

/** Where the step leads, or why it is not taken. */
function stateAfter(actor: Actor, record: StoredRecord, { command, reason, expectedVersion, knownAt }: TransitionRequest): Result<WorkflowState> {
  const obstacle = whyNotCommand(actor, command, record.facts);
  if (obstacle !== undefined) return refuse(forbidden(obstacle));
  if (knownAt !== undefined && !isSystemActor(actor)) return refuse(forbidden("Only reference data is dated back on the board."));
  if (expectedVersion !== undefined && expectedVersion !== record.version) return refuse(stale(record.version));
  const to = nextState(record.facts.workflow, command);
  if (to === undefined) return refuse(conflict(`The record is “${workflowStateLabel(record.facts.workflow)}”; there “${command}” is not a step.`));
  return needsReason(command) && !reason ? refuse(invalid("reason", "required", "Say why, in a sentence that others will read.")) : ok(to);
}

const steps: Record<Command, (step: Step) => Promise<Result<Transitioned>>> = {
  submit: (step) => plainly(step, "incident.submitted"),
  claim: (step) => plainly(step, "incident.claimed", { claimedById: step.actor.userId }),
  hold: (step) => plainly(step, "incident.held", { claimedById: null }),
  requestChanges: async (step) => {
    await decide(step, "REQUEST_CHANGES");
    return plainly(step, "incident.changesRequested", { claimedById: null });
  },
  reject: async (step) => {
    await decide(step, "REJECT");
    return plainly(step, "incident.rejected");
  },
  approve,
  publish,
  retract,
  correct,
};

const decide = ({ tx, actor, record, request, now }: Step, decision: "REQUEST_CHANGES" | "REJECT"): Promise<void> =>
  insertReview(tx, { incidentId: record.id, contentVersion: record.contentVersion, reviewerId: actor.userId, decision, reason: request.reason ?? null, now });

type PlainEvent = "incident.submitted" | "incident.claimed" | "incident.held" | "incident.changesRequested" | "incident.rejected";

async function plainly(step: Step, event: PlainEvent, columns: { claimedById?: number | null } = {}): Promise<Result<Transitioned>> {
  const { tx, actor, record, to, request, now } = step;
  const isUndone = voidsApprovals(record.facts.workflow, request.command);
  if (isUndone) await setRelations(tx, record.id, record.view.obligations.map(({ code, relation }) => ({ code, relation: entryRelationOf(relation), effect: "NONE" })));
  const change = { workflow: to, ...columns, ...(isUndone ? { voidsApprovals: true, verification: "V0_UNASSESSED" as const } : {}) };
  const version = await advanceIncident(tx, { record, actor, now, change, event, detail: reasonOf(request) });
  return ok({ id: record.id, version, workflow: to });
}

const reasonOf = ({ reason }: TransitionRequest): { reason?: string } => (reason === undefined || reason === "" ? {} : { reason });

async function approve({ tx, actor, record, to, request, now }: Step): Promise<Result<Transitioned>> {
  const { id, contentVersion } = record;
  const earlier = await listDecisions(tx, { incidentId: id, contentVersion, decision: "APPROVE" });
  if (earlier.some((approval) => approval.reviewerId === actor.userId)) return refuse(conflict("You have approved this record; it needs another reviewer now."));
  const { casualties, obligations } = record.view;
  const decision = decideApproval({ ledger: record.ledger, casualties, obligations }, earlier, request);
  if (!decision.ok) return decision;
  const { verification, findings, given, needed } = decision.value;
  await insertReview(tx, { incidentId: id, contentVersion, reviewerId: actor.userId, decision: "APPROVE", verification, reason: request.reason ?? null, findings, now });
  const isComplete = given >= needed;
  if (isComplete) await setRelations(tx, id, findings);
  const change: { workflow: WorkflowState; verification?: Verification } = isComplete ? { workflow: to, verification } : { workflow: record.facts.workflow };
  const version = await advanceIncident(tx, {
    record, actor, now, change,
    event: "incident.approved",
    detail: { ...reasonOf(request), verification, approvals: given, approvalsNeeded: needed },
  });
  return ok({ id, version, workflow: change.workflow });
}

async function publish({ tx, actor, record, to, request, now }: Step): Promise<Result<Transitioned>> {
  const replaced = record.view.corrects === null ? undefined : await holdIncident(tx, record.view.corrects);
  if (replaced && replaced.facts.workflow !== "PUBLISHED") return refuse(conflict("The record that this one corrects is no longer published; reject this correction."));
  const passedOn = replaced && record.view.externalId === null ? { externalId: replaced.view.externalId } : {};
  if (replaced) {
    await advanceIncident(tx, {
      record: replaced, actor, now,
      change: { workflow: "CORRECTED", ...("externalId" in passedOn ? { externalId: null } : {}) },
      event: "incident.corrected",
      detail: { reason: replaced.noticeReason ?? `Replaced by ${record.view.reference}.` },
    });
    await withdrawFromBoard(tx, replaced.id, now);
  }
  const version = await advanceIncident(tx, { record, actor, now, change: { workflow: to, publishedById: actor.userId, ...passedOn }, event: "incident.published", detail: reasonOf(request) });
  await publishToBoard(tx, record.id, request.knownAt ?? now);
  return ok({ id: record.id, version, workflow: to });
}

async function retract({ tx, actor, record, to, request, now }: Step): Promise<Result<Transitioned>> {
  const { id, contentVersion } = record;
  const earlier = await listDecisions(tx, { incidentId: id, contentVersion, decision: "RETRACT" });
  if (earlier.some((decision) => decision.reviewerId === actor.userId)) return refuse(conflict("You have proposed this retraction; it needs another reviewer now."));
  const reason = request.reason ?? "";
  await insertReview(tx, { incidentId: id, contentVersion, reviewerId: actor.userId, decision: "RETRACT", reason, now });
  const given = earlier.length + 1;
  const detail = { reason, approvals: given, approvalsNeeded: retractionsNeeded };
  if (given < retractionsNeeded) {
    const workflow = record.facts.workflow;
    return ok({ id, workflow, version: await advanceIncident(tx, { record, actor, now, change: { workflow }, event: "incident.retractionProposed", detail }) });
  }
  const version = await advanceIncident(tx, { record, actor, now, change: { workflow: to, noticeReason: reason }, event: "incident.retracted", detail });
  await withdrawFromBoard(tx, id, now);
  return ok({ id, version, workflow: to });
}

async function correct({ tx, actor, record, to, request, now }: Step): Promise<Result<Transitioned>> {
  const draft = await openCorrection(tx, record, { actor, now });
  if (!draft.ok) return draft;
  // The reason is shown in the published record's place once the correction replaces it.
  await advanceIncident(tx, { record, actor, now, change: { workflow: to, noticeReason: request.reason ?? "" }, event: "incident.correctionOpened", detail: reasonOf(request) });
  return ok({ ...draft.value, workflow: "DRAFT" });
}
