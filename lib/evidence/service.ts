import { appendAudit } from "@/lib/audit/store";
import { transaction, type Tx } from "@/lib/db/transaction";
import { scopeOf } from "@/lib/incidents/policy";
import type { StoredRecord } from "@/lib/incidents/record/queries";
import { stale } from "@/lib/incidents/service";
import { holdIncident, keepPartChange, renewFlags } from "@/lib/incidents/state/service";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden, invalid, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { claimKeyOf } from "./domain/claim-key";
import { changesBetween, isOnlyProtecting } from "./domain/changes";
import { closedReason, isCapturedLater, isOpenForEvidence, type EvidenceMetadata } from "./domain/item";
import { accessTo, mayHandle, mayWithdrawIn, whyNotWorkOn } from "./policy";
import type { StoredEvidence } from "./item/queries";
import type { EvidenceWithdrawal } from "./schema";
import { appendCustody, incidentOf, lockEvidence, writeDescription, writeWithdrawal } from "./store";

export type Written = { id: number; incident: number; version: number };

type Held = { record: StoredRecord; item: StoredEvidence };

/** Record first, item second, as everywhere: two that lock in one order never wait for each other. */
async function lockedPair(tx: Tx, id: number): Promise<Held | undefined> {
  const incidentId = await incidentOf(tx, id);
  const record = incidentId === undefined ? undefined : await holdIncident(tx, incidentId);
  const item = record && (await lockEvidence(tx, id));
  return item && { record, item };
}

/** The item with its record, both held; refused for those who may not know of it or not handle it, and where it has changed. */
async function held(tx: Tx, actor: Actor, { id, expectedVersion }: { id: number; expectedVersion: number }): Promise<Result<Held>> {
  const pair = await lockedPair(tx, id);
  if (!pair || !accessTo(scopeOf(actor), pair.record.facts, pair.item).mayKnow) return refuse(notFound);
  const { record, item } = pair;
  const obstacle = whyNotWorkOn(actor, record.facts);
  if (obstacle !== undefined) return refuse(forbidden(obstacle));
  if (!mayHandle(actor, record.facts, item)) return refuse(forbidden("This evidence was brought in by another team."));
  if (item.isWithdrawn) return refuse(conflict("This evidence was withdrawn; it stays as it is."));
  return item.version === expectedVersion ? ok({ record, item }) : refuse(stale(item.version));
}

export type Description = { id: number; expectedVersion: number; metadata: EvidenceMetadata; claims?: readonly number[] | undefined };

/**
 * Describes a piece of evidence anew; the audit keeps both wordings. On a decided record only what protects further is taken: a
 * higher mark, or that it is graphic. Claims that are not given stay as they are.
 */
export async function describeEvidence(actor: Actor, { id, expectedVersion, metadata, claims }: Description, now: Date): Promise<Result<Written>> {
  return transaction(async (tx) => {
    const found = await held(tx, actor, { id, expectedVersion });
    if (!found.ok) return found;
    const { record, item } = found.value;
    const keys = claims === undefined ? ok(item.claimKeys) : claimKeysAt(claims, record);
    if (!keys.ok) return keys;
    const before = { ...item.metadata, claimKeys: item.claimKeys };
    const after = { ...metadata, claimKeys: keys.value };
    const changes = changesBetween(before, after);
    if (Object.keys(changes).length === 0) return ok({ id, incident: record.id, version: item.version });
    if (isCapturedLater(metadata.capturedAt, now)) return refuse(capturedLater(metadata));
    const isOpen = isOpenForEvidence(record.facts.workflow);
    if (!isOpen && !isOnlyProtecting(before, after)) return refuse(conflict(`${closedReason(record.facts.workflow)} Until then it can be marked as more sensitive or graphic, or be withdrawn.`));
    await writeDescription(tx, { id, now }, after);
    await appendCustody(tx, { actorId: actor.userId, at: now }, [{ evidenceId: id, event: "DESCRIBED", note: Object.keys(changes).join(", ") }]);
    const version = await keepPartChange(tx, { record, actor, now, event: "evidence.described", isJudged: isOpen });
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "incident", id: String(record.id) }, at: now, event: "evidence.described", data: { version, evidence: id, changes } });
    return ok({ id, incident: record.id, version: item.version + 1 });
  });
}

/** Withdraws a piece of evidence with a reason. Its bytes stay, and so does its custody; of a decided record only a reviewer does it. */
export async function withdrawEvidence(actor: Actor, { id, expectedVersion, reason }: EvidenceWithdrawal, now: Date): Promise<Result<Written>> {
  return transaction(async (tx) => {
    const found = await held(tx, actor, { id, expectedVersion });
    if (!found.ok) return found;
    const { record, item } = found.value;
    const { workflow } = record.facts;
    if (!mayWithdrawIn(actor, workflow)) return refuse(forbidden("This record has been decided on; a reviewer can withdraw its evidence."));
    await writeWithdrawal(tx, { id, now }, { actorId: actor.userId, reason });
    await appendCustody(tx, { actorId: actor.userId, at: now }, [{ evidenceId: id, event: "WITHDRAWN", note: reason }]);
    if (record.view.evidence.some((mention) => mention.id === id && mention.differs)) await renewFlags(tx, record.id);
    const version = await keepPartChange(tx, { record, actor, now, event: "evidence.withdrawn", isJudged: isOpenForEvidence(workflow) });
    const data = { version, evidence: id, sha256: item.sha256, reason };
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "incident", id: String(record.id) }, at: now, event: "evidence.withdrawn", data });
    return ok({ id, incident: record.id, version: item.version + 1 });
  });
}

/** The claims at these positions of the record, by what they say; refused where there is none. */
export function claimKeysAt(positions: readonly number[], { view }: Pick<StoredRecord, "view">): Result<string[]> {
  const missing = positions.find((position) => view.claims[position] === undefined);
  if (missing !== undefined) return refuse(invalid("claims", "no_such_claim", `The record has ${view.claims.length} claims, counted from 0; there is none at ${missing}.`));
  return ok([...new Set(positions.flatMap((position) => view.claims[position] ?? []).map(claimKeyOf))]);
}

/** The refusal of a time of capture that has not come yet. */
export const capturedLater = ({ capturedAt }: Pick<EvidenceMetadata, "capturedAt">) => invalid("capturedAt", "in_future", `${capturedAt ?? ""} has not come yet; nothing can have been captured then.`);
