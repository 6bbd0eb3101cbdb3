import type { AuditEvent } from "@/lib/audit/domain";
import { appendAudit } from "@/lib/audit/store";
import type { IncidentFlag } from "@/lib/codelists/incident-flag";
import type { Tx } from "@/lib/db/transaction";
import { carryEvidence } from "@/lib/evidence/carry/service";
import type { Actor } from "@/lib/kernel/actor";
import { conflict } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { ObligationLink } from "../domain/record";
import type { StoredRecord } from "../record/queries";
import { correctionInputOf } from "../schema";
import { logDraft } from "../service";
import { deriveFlags, findOpenCorrection, flagsOf, insertVersion, lockIncident, readRecord, writePartChange, writeRelations, writeState, type StateChange } from "../store";

type TransitionEvent = Extract<AuditEvent, { data: { from: string } }>;

export type Advance = {
  record: StoredRecord;
  actor: Actor;
  now: Date;
  change: Omit<StateChange, "id" | "now">;
  event: TransitionEvent["event"];
  detail?: Omit<TransitionEvent["data"], "version" | "from" | "to">;
};

/** The record, held against others' changes until the caller's transaction ends; undefined where there is none. */
export const holdIncident = (tx: Tx, id: number): Promise<StoredRecord | undefined> => lockIncident(tx, id);

/** Moves a held record on and keeps the snapshot and the audit entry of the step; returns its new version. */
export async function advanceIncident(tx: Tx, { record, actor, now, change, event, detail }: Advance): Promise<number> {
  await writeState(tx, { ...change, id: record.id, now });
  const after = await readRecord(tx, record.id);
  if (!after) throw new Error(`incident ${record.id} is gone inside its own transaction`);
  await insertVersion(tx, { record: after, event, actorId: actor.userId, now });
  await appendAudit(tx, {
    actorId: actor.userId,
    subject: { type: "incident", id: String(record.id) },
    at: now,
    event,
    data: { version: after.version, from: record.facts.workflow, to: change.workflow, ...detail },
  });
  return after.version;
}

export type PartChange = { record: StoredRecord; actor: Actor; now: Date; event: string; isJudged: boolean };

/**
 * Keeps a snapshot of a held record after something that stands beside its content has changed, and returns its new version; the
 * audit entry is the caller's. A change that reviewers judge (`isJudged`) voids earlier approvals and makes the actor the last editor.
 */
export async function keepPartChange(tx: Tx, { record, actor, now, event, isJudged }: PartChange): Promise<number> {
  await writePartChange(tx, { id: record.id, now, editorId: isJudged ? actor.userId : undefined });
  const after = await readRecord(tx, record.id);
  if (!after) throw new Error(`incident ${record.id} is gone inside its own transaction`);
  await insertVersion(tx, { record: after, event, actorId: actor.userId, now });
  return after.version;
}

/** The flags of a record as it was read, with its lines and the findings on its files. */
export const flagsNow = (record: StoredRecord): IncidentFlag[] => flagsOf(record);

/** Sets the flags of a held record anew after something beside its content has changed. */
export const renewFlags = (tx: Tx, id: number): Promise<void> => deriveFlags(tx, id);

/** Sets what a review found the record to have to do with its obligations; the caller advances the record beside it. */
export const setRelations = (tx: Tx, incidentId: number, links: readonly ObligationLink[]): Promise<void> => writeRelations(tx, incidentId, links);

/** Opens a draft copy that will take the place of a held, published record. One correction at a time. */
export async function openCorrection(tx: Tx, record: StoredRecord, { actor, now }: { actor: Actor; now: Date }): Promise<Result<{ id: number; version: number }>> {
  const open = await findOpenCorrection(tx, record.id);
  if (open !== undefined) return refuse(conflict(`A correction of this record is under way already: record ${open}.`));
  // The external id stays with the published record and passes on when the correction takes its place.
  const input = { ...correctionInputOf(record.view), externalId: null };
  const demonstration = record.view.isDemonstration ? record.reference : undefined;
  const draft = await logDraft(tx, { input, actor, origin: { authorId: actor.userId, teamId: actor.teamId, now, correctsId: record.id, demonstration } });
  if (!draft.ok) return draft;
  return ok({ id: draft.value.id, version: await withEvidenceOf(tx, record, { draft: draft.value, actor, now }) });
}

/** The correction begins with the evidence of the record that it corrects; its version is told. */
async function withEvidenceOf(tx: Tx, from: StoredRecord, { draft, actor, now }: { draft: { id: number; version: number }; actor: Actor; now: Date }): Promise<number> {
  const carried = await carryEvidence(tx, { fromIncidentId: from.id, toIncidentId: draft.id, actorId: actor.userId, now });
  // What was found of the files was found of the same files.
  if (carried.length > 0) await deriveFlags(tx, draft.id);
  const record = carried.length === 0 ? undefined : await readRecord(tx, draft.id);
  if (!record) return draft.version;
  const version = await keepPartChange(tx, { record, actor, now, event: "evidence.carried", isJudged: true });
  const data = { version, evidence: carried, carriedFrom: from.view.reference };
  await appendAudit(tx, { actorId: actor.userId, subject: { type: "incident", id: String(draft.id) }, at: now, event: "evidence.carried", data });
  return version;
}
