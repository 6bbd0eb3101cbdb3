import type { AuditEvent } from "@/lib/audit/domain";
import { appendAudit } from "@/lib/audit/store";
import { transaction, type Tx } from "@/lib/db/transaction";
import { maySee, scopeOf } from "@/lib/incidents/policy";
import type { StoredRecord } from "@/lib/incidents/record/queries";
import { holdIncident } from "@/lib/incidents/state/service";
import type { Actor } from "@/lib/kernel/actor";
import { toStoredDay } from "@/lib/kernel/calendar-date";
import { conflict, forbidden, invalid, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { dueOn, requestReferenceOf } from "./domain/request";
import { mayFileCorrection, mayWithdraw, whyNotDecide } from "./policy";
import type { CorrectionDecision, CorrectionRequestInput, CorrectionWithdrawal } from "./schema";
import { type HeldRequest, insertRequest, lockRequest, writeDecision } from "./store";

type Filed = { id: number };

/** Files a request or a reply on a record that is, or was, public. It gets a number and a clock at once. */
export async function fileCorrectionRequest(actor: Actor, input: CorrectionRequestInput, now: Date): Promise<Result<Filed>> {
  return transaction(async (tx) => {
    const record = await holdIncident(tx, input.incident);
    if (!record || !maySee(scopeOf(actor), record.facts)) return refuse(invalid("incident", "unknown_record", `There is no record number ${input.incident} that you may see.`));
    if (!mayFileCorrection(actor, record.facts)) return refuse(conflict("This record is not public yet: take part in its review instead."));
    const { incident: incidentId, ...fields } = input;
    const row = await insertRequest(tx, { ...fields, incidentId, contentVersion: record.contentVersion, filedById: actor.userId, filedAt: now, dueOn: toStoredDay(dueOn(now)) });
    await note(tx, record, { actorId: actor.userId, at: now, event: "correction.filed", data: { request: requestReferenceOf(row.id), aim: input.aim, kind: input.kind } });
    return ok(row);
  });
}

/** Decides on a request, with a public reason. Accepting it changes no record by itself: the correction goes its own way through review. */
export async function decideCorrectionRequest(actor: Actor, { id, outcome, reason }: CorrectionDecision, now: Date): Promise<Result<Filed>> {
  return transaction(async (tx) => {
    const held = await openRequest(tx, actor, id);
    if (!held.ok) return held;
    const { request, record } = held.value;
    const obstacle = whyNotDecide(actor, { filedById: request.filedById, record: record.facts });
    if (obstacle !== undefined) return refuse(forbidden(obstacle));
    if (request.outcome !== null) return refuse(conflict("Somebody has decided on this request already; a new one can be filed."));
    await writeDecision(tx, id, { outcome, reason, userId: actor.userId, now });
    await note(tx, record, { actorId: actor.userId, at: now, event: "correction.decided", data: { request: requestReferenceOf(id), outcome, reason } });
    return ok({ id });
  });
}

/** Takes a request back; it stays on record with the reason. */
export async function withdrawCorrectionRequest(actor: Actor, { id, reason }: CorrectionWithdrawal, now: Date): Promise<Result<Filed>> {
  return transaction(async (tx) => {
    const held = await openRequest(tx, actor, id);
    if (!held.ok) return held;
    const { request, record } = held.value;
    if (!mayWithdraw(actor, request)) return refuse(forbidden("Only who filed a request can take it back."));
    if (request.outcome !== null) return refuse(conflict("This request is decided already."));
    await writeDecision(tx, id, { outcome: "WITHDRAWN", reason, userId: actor.userId, now });
    await note(tx, record, { actorId: actor.userId, at: now, event: "correction.withdrawn", data: { request: requestReferenceOf(id), reason } });
    return ok({ id });
  });
}

async function openRequest(tx: Tx, actor: Actor, id: number): Promise<Result<{ request: HeldRequest; record: StoredRecord }>> {
  const request = await lockRequest(tx, id);
  const record = request && (await holdIncident(tx, request.incidentId));
  if (!request || !record || !maySee(scopeOf(actor), record.facts)) return refuse(notFound);
  return ok({ request, record });
}

type Note = { actorId: number; at: Date } & Extract<AuditEvent, { event: `correction.${string}` }>;

const note = (tx: Tx, record: StoredRecord, entry: Note): Promise<void> => appendAudit(tx, { ...entry, subject: { type: "incident", id: String(record.id) } });
