import { appendAudit } from "@/lib/audit/store";
import { transaction, type Tx } from "@/lib/db/transaction";
import { scopeOf } from "@/lib/incidents/policy";
import type { StoredRecord } from "@/lib/incidents/record/queries";
import { holdIncident, keepPartChange, renewFlags } from "@/lib/incidents/state/service";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { StoredEvidence } from "../item/queries";
import { accessTo } from "../policy";
import { incidentOf, lockEvidence } from "../store";
import { whyNotFindMismatch } from "./policy";
import type { MismatchInput, MismatchUndo } from "./schema";
import { findStanding, insertMismatch, markUndone } from "./store";

type Found = { id: number; incident: number; version: number };
type Held = { record: StoredRecord; item: StoredEvidence };

/**
 * Keeps a reviewer's finding that a file shows something else than the claims say, with the reason: the record is marked MEDIA_MISMATCH
 * (domain.md, section 2.2) from then on. It changes no claim and voids no approval. Refused to the author, the last editor and other roles.
 */
export async function findMismatch(actor: Actor, { id, reason }: MismatchInput, now: Date): Promise<Result<Found>> {
  return transaction(async (tx) => {
    const held = await heldFor(tx, actor, id);
    if (!held.ok) return held;
    const { record, item } = held.value;
    if (item.isWithdrawn) return refuse(conflict("This evidence was withdrawn; nothing is found of it any more."));
    if (await findStanding(tx, id)) return refuse(conflict("That this file and the claims differ is found already."));
    await insertMismatch(tx, { incidentId: record.id, evidenceId: id, reason, foundById: actor.userId, foundAt: now });
    return keep(tx, { record, actor, now, event: "evidence.mismatchFound", evidence: id, reason });
  });
}

/** Takes such a finding back, with a reason. Both stay on record; the mark goes where no other finding stands. */
export async function undoMismatch(actor: Actor, { id, reason }: MismatchUndo, now: Date): Promise<Result<Found>> {
  return transaction(async (tx) => {
    const held = await heldFor(tx, actor, id);
    if (!held.ok) return held;
    const standing = await findStanding(tx, id);
    if (!standing) return refuse(conflict("No such finding stands for this file."));
    await markUndone(tx, standing.id, { reason, userId: actor.userId, now });
    return keep(tx, { record: held.value.record, actor, now, event: "evidence.mismatchUndone", evidence: id, reason });
  });
}

/** Record first, item second, as everywhere: two that lock in one order never wait for each other. */
async function heldFor(tx: Tx, actor: Actor, id: number): Promise<Result<Held>> {
  const incidentId = await incidentOf(tx, id);
  const record = incidentId === undefined ? undefined : await holdIncident(tx, incidentId);
  const item = record && (await lockEvidence(tx, id));
  if (!record || !item || !accessTo(scopeOf(actor), record.facts, item).mayKnow) return refuse(notFound);
  const obstacle = whyNotFindMismatch(actor, record.facts);
  return obstacle === undefined ? ok({ record, item }) : refuse(forbidden(obstacle));
}

type Kept = { record: StoredRecord; actor: Actor; now: Date; event: "evidence.mismatchFound" | "evidence.mismatchUndone"; evidence: number; reason: string };

async function keep(tx: Tx, { record, actor, now, event, evidence, reason }: Kept): Promise<Result<Found>> {
  await renewFlags(tx, record.id);
  const version = await keepPartChange(tx, { record, actor, now, event, isJudged: false });
  await appendAudit(tx, { actorId: actor.userId, subject: { type: "incident", id: String(record.id) }, at: now, event, data: { version, evidence, reason } });
  return ok({ id: evidence, incident: record.id, version });
}
