import { appendAudit } from "@/lib/audit/store";
import { directedRelations } from "@/lib/codelists/duplicate-relation";
import { publishToBoard, withdrawFromBoard } from "@/lib/compliance/service";
import { transaction, type Tx } from "@/lib/db/transaction";
import { derivedFlags } from "@/lib/incidents/domain/flags";
import { maySee, scopeOf } from "@/lib/incidents/policy";
import type { StoredRecord } from "@/lib/incidents/record/queries";
import { advanceIncident, holdIncident } from "@/lib/incidents/state/service";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden, invalid, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { whyNotMerge, whyNotUnmerge } from "./domain/merge";
import { mayRelate, whyNotMergeBy } from "./policy";
import { listLikeDraft } from "./queries";
import type { DraftToCompare, LikeRecord, MergeInput, RelationInput, RelationUndo } from "./schema";
import { countMergedInto, findMerge, findRelation, insertMerge, insertRelation, markMergeUndone, moveLines, pairOf, returnLines, undoRelation } from "./store";

type Held = { mine: StoredRecord; other: StoredRecord };
type Done = { id: number };

/** Both records held against others' changes, in the order of their ids so that two people can't wait for each other. */
async function holdBoth(tx: Tx, actor: Actor, { id, other }: { id: number; other: number }): Promise<Result<Held>> {
  if (id === other) return refuse(invalid("other", "same_record", "Name another record: this one can't be compared with itself."));
  const { firstId, secondId } = pairOf(id, other);
  const held = [await holdIncident(tx, firstId), await holdIncident(tx, secondId)].filter((record) => record !== undefined);
  const seen = held.filter((record) => maySee(scopeOf(actor), record.facts));
  const [mine, theirs] = [seen.find((record) => record.id === id), seen.find((record) => record.id === other)];
  if (!mine) return refuse(notFound);
  if (!theirs) return refuse(invalid("other", "unknown_record", `There is no record number ${other} that you may see.`));
  return ok({ mine, other: theirs });
}

/** Records that the actor may see and that may tell of the event being written down; it blocks nothing. */
export const compareDraft = (actor: Actor, draft: DraftToCompare): Promise<LikeRecord[]> => listLikeDraft(scopeOf(actor), draft);

/** Decides what two records have to do with each other. NOT_DUPLICATE is remembered: the pair is not offered again. */
export async function relateIncidents(actor: Actor, { id, other, relation, reason }: RelationInput, now: Date): Promise<Result<Done>> {
  return transaction(async (tx) => {
    const held = await holdBoth(tx, actor, { id, other });
    if (!held.ok) return held;
    const { mine, other: theirs } = held.value;
    if (!mayRelate(actor, [mine.facts, theirs.facts])) return refuse(forbidden(`Your role, ${actor.role}, does not decide on duplicates.`));
    const pair = pairOf(id, other);
    const isReversed = directedRelations.includes(relation) && id !== pair.firstId;
    const standing = await findRelation(tx, pair);
    if (standing?.relation === relation && standing.isReversed === isReversed) return refuse(conflict("That is what stands already."));
    if (standing) await undoRelation(tx, standing.id, { userId: actor.userId, now });
    await insertRelation(tx, { ...pair, relation, isReversed, reason, decidedById: actor.userId, decidedAt: now });
    await noteBoth(tx, held.value, { actorId: actor.userId, at: now, event: "incident.related", relation, reason });
    return ok({ id });
  });
}

/** Takes back what was decided of two records; the earlier decision stays readable. */
export async function undoRelationOf(actor: Actor, { id, other, reason }: RelationUndo, now: Date): Promise<Result<Done>> {
  return transaction(async (tx) => {
    const held = await holdBoth(tx, actor, { id, other });
    if (!held.ok) return held;
    const { mine, other: theirs } = held.value;
    if (!mayRelate(actor, [mine.facts, theirs.facts])) return refuse(forbidden(`Your role, ${actor.role}, does not decide on duplicates.`));
    const standing = await findRelation(tx, pairOf(id, other));
    if (!standing) return refuse(conflict("Nothing is decided of these two records."));
    await undoRelation(tx, standing.id, { userId: actor.userId, now });
    await noteBoth(tx, held.value, { actorId: actor.userId, at: now, event: "incident.relationUndone", relation: standing.relation, reason });
    return ok({ id });
  });
}

type Note = { actorId: number; at: Date; event: "incident.related" | "incident.relationUndone"; relation: string; reason: string };

async function noteBoth(tx: Tx, { mine, other }: Held, { relation, reason, ...entry }: Note): Promise<void> {
  for (const [one, counterpart] of [[mine, other], [other, mine]] as const) {
    await appendAudit(tx, { ...entry, subject: { type: "incident", id: String(one.id) }, data: { other: counterpart.view.reference, relation, reason } });
  }
}

/**
 * Merges `other` into `id`: every claim, count, observation, source and duty of it stands on the survivor from then on and
 * says where it came from; the merged record answers with a notice. Both records, the board and the audit change together.
 */
export async function mergeIncidents(actor: Actor, { id, other, reason }: MergeInput, now: Date): Promise<Result<Done>> {
  return transaction(async (tx) => {
    const held = await holdBoth(tx, actor, { id, other });
    if (!held.ok) return held;
    const { mine: survivor, other: merged } = held.value;
    const forbiddenBy = whyNotMergeBy(actor, [survivor.facts, merged.facts]);
    if (forbiddenBy !== undefined) return refuse(forbidden(forbiddenBy));
    const obstacle = whyNotMerge(halfOf(survivor, false), halfOf(merged, (await countMergedInto(tx, other)) > 0));
    if (obstacle !== undefined) return refuse(conflict(obstacle));
    await insertMerge(tx, { survivorId: id, mergedId: other, workflowBefore: merged.facts.workflow, survivorFlags: survivor.view.flags, reason, mergedById: actor.userId, mergedAt: now });
    const step = { actor, now };
    await advanceIncident(tx, { ...step, record: merged, change: { workflow: "MERGED_INTO" }, event: "incident.mergedInto", detail: { reason, other: survivor.view.reference } });
    await moveLines(tx, { survivorId: id, mergedId: other });
    await advanceSurvivor(tx, survivor, { ...step, event: "incident.mergeReceived", detail: { reason, other: merged.view.reference } });
    if (merged.facts.workflow === "PUBLISHED") await withdrawFromBoard(tx, other, now);
    return ok({ id });
  });
}

/** Undoes a merge: the same lines go back, and both records are what they were, with both steps in their history. */
export async function unmergeIncidents(actor: Actor, { id, other, reason }: MergeInput, now: Date): Promise<Result<Done>> {
  return transaction(async (tx) => {
    const held = await holdBoth(tx, actor, { id, other });
    if (!held.ok) return held;
    const { mine: survivor, other: merged } = held.value;
    const forbiddenBy = whyNotMergeBy(actor, [survivor.facts, merged.facts]);
    if (forbiddenBy !== undefined) return refuse(forbidden(forbiddenBy));
    const merge = await findMerge(tx, { survivorId: id, mergedId: other });
    if (!merge) return refuse(conflict(`${merged.view.reference} is not merged into ${survivor.view.reference}.`));
    const obstacle = whyNotUnmerge(halfOf(survivor, false), merge.workflowBefore);
    if (obstacle !== undefined) return refuse(conflict(obstacle));
    await markMergeUndone(tx, merge.id, { reason, userId: actor.userId, now });
    await returnLines(tx, other);
    const step = { actor, now };
    await advanceIncident(tx, { ...step, record: merged, change: { workflow: merge.workflowBefore }, event: "incident.mergeUndone", detail: { reason, other: survivor.view.reference } });
    await advanceSurvivor(tx, survivor, { ...step, event: "incident.mergeUndone", detail: { reason, other: merged.view.reference } });
    if (merge.workflowBefore === "PUBLISHED") await publishToBoard(tx, other, now);
    return ok({ id });
  });
}

const halfOf = (record: StoredRecord, hasMerged: boolean) => ({ id: record.id, reference: record.view.reference, workflow: record.facts.workflow, hasMerged, marks: record.facts });

type SurvivorStep = { actor: Actor; now: Date; event: "incident.mergeReceived" | "incident.mergeUndone"; detail: { reason: string; other: string } };

/** The survivor keeps its state; its flags, and what the board says of it, follow from the lines that it now has. */
async function advanceSurvivor(tx: Tx, survivor: StoredRecord, { actor, now, event, detail }: SurvivorStep): Promise<void> {
  const after = await holdIncident(tx, survivor.id);
  if (!after) throw new Error(`incident ${survivor.id} is gone inside its own transaction`);
  const change = { workflow: survivor.facts.workflow, flags: derivedFlags(after.ledger, after.view.casualties) };
  await advanceIncident(tx, { record: survivor, actor, now, change, event, detail });
  if (survivor.facts.workflow === "PUBLISHED") await publishToBoard(tx, survivor.id, now);
}
