import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { unlessTaken } from "@/lib/db/unless-taken";
import { calendarDate, toStoredDay } from "@/lib/kernel/calendar-date";
import type { IncidentFlag } from "@/lib/codelists/incident-flag";
import type { Verification } from "@/lib/codelists/verification";
import type { WorkflowState } from "@/lib/codelists/workflow";
import { derivedFlags } from "./domain/flags";
import { recordSelect, storedRecord, type StoredRecord } from "./record/queries";
import type { Resolved } from "./references/store";
import type { IncidentInput } from "./schema";

const storedDay = (day: string | null): Date | null => (day === null ? null : toStoredDay(calendarDate(day)));

/** The record, held against others' changes until the transaction ends. */
export async function lockIncident(tx: Tx, id: number): Promise<StoredRecord | undefined> {
  const held = await tx.$queryRaw<unknown[]>(Prisma.sql`SELECT 1 FROM incident WHERE id = ${id} FOR UPDATE`);
  return held.length === 0 ? undefined : readRecord(tx, id);
}

/** The record as this transaction sees it. */
export async function readRecord(tx: Tx, id: number): Promise<StoredRecord | undefined> {
  const row = await tx.incident.findUnique({ where: { id }, select: recordSelect });
  return row === null ? undefined : storedRecord(row);
}

export type Content = { input: IncidentInput; resolved: Resolved; flags: IncidentFlag[] };

function columnsOf({ input, resolved, flags }: Content) {
  return {
    externalId: input.externalId,
    type: input.type,
    title: input.title,
    narrative: input.narrative,
    occurredStart: toStoredDay(calendarDate(input.occurred.start)),
    occurredEnd: storedDay(input.occurred.end),
    occurredTime: input.occurred.time,
    zone: input.occurred.zone ?? "Asia/Baku",
    timePrecision: input.occurred.precision,
    placeId: resolved.placeId,
    placeName: input.place.name,
    unitCode: resolved.unitCode,
    lat: input.place.lat,
    lon: input.place.lon,
    locationPrecision: input.place.precision,
    severity: input.severity,
    sensitivity: input.sensitivity,
    protectedFields: input.protectedFields,
    flags,
  };
}

export type Origin = { authorId: number; teamId: number; now: Date; correctsId?: number; demonstration?: { confidence: string | null; note: string | null } | undefined };

/** Inserts a draft with its parts. Undefined where the external id is taken. */
export async function insertIncident(tx: Tx, content: Content, origin: Origin): Promise<number | undefined> {
  const id = await unlessTaken(async () => {
    const row = await tx.incident.create({
      data: {
        ...columnsOf(content),
        authorId: origin.authorId,
        lastEditorId: origin.authorId,
        teamId: origin.teamId,
        correctsId: origin.correctsId ?? null,
        isDemonstration: origin.demonstration !== undefined,
        confidence: origin.demonstration?.confidence ?? null,
        note: origin.demonstration?.note ?? null,
        createdAt: origin.now,
        updatedAt: origin.now,
      },
      select: { id: true },
    });
    return row.id;
  });
  if (id !== undefined) await insertParts(tx, id, content);
  return id;
}

export type Edit = { id: number; expectedVersion: number; editorId: number; workflow: WorkflowState; now: Date };
export type EditOutcome = "done" | "stale" | "external-id-taken";

/** Writes new content over the old, unless the record is no longer the expected version. Earlier approvals and the level fall away. */
export async function replaceContent(tx: Tx, content: Content, edit: Edit): Promise<EditOutcome> {
  const changed = await unlessTaken(async () => {
    // First the state, then the parts: the database guards the parts of an approved record.
    const { count } = await tx.incident.updateMany({
      where: { id: edit.id, version: edit.expectedVersion },
      data: {
        ...columnsOf(content),
        lastEditorId: edit.editorId,
        workflow: edit.workflow,
        verification: "V0_UNASSESSED",
        claimedById: null,
        version: { increment: 1 },
        contentVersion: { increment: 1 },
        updatedAt: edit.now,
      },
    });
    return count;
  });
  if (changed === undefined) return "external-id-taken";
  if (changed === 0) return "stale";
  const where = { incidentId: edit.id, mergedFromId: null };
  await tx.claim.deleteMany({ where });
  await tx.casualty.deleteMany({ where });
  await tx.observation.deleteMany({ where });
  await tx.incidentObligation.deleteMany({ where });
  await tx.incidentSource.deleteMany({ where });
  await insertParts(tx, edit.id, content);
  return "done";
}

async function insertParts(tx: Tx, incidentId: number, { input, resolved }: Content): Promise<void> {
  const rows = <T, R>(list: readonly T[], make: (item: T) => R) => list.map((item, position) => ({ incidentId, position, ...make(item) }));
  await tx.claim.createMany({
    data: rows(input.claims, ({ source, statedOn, mergedFrom: _own, ...claim }) => ({ ...claim, statedOn: storedDay(statedOn), sourceId: source })),
  });
  await tx.casualty.createMany({ data: rows(input.casualties, ({ source, orderFlagged, mergedFrom: _own, ...row }) => ({ ...row, isOrderFlagged: orderFlagged, sourceId: source })) });
  await tx.observation.createMany({ data: rows(input.observations, ({ mergedFrom: _own, ...row }) => row) });
  await tx.incidentObligation.createMany({
    data: input.obligations.flatMap((link) => {
      const obligationId = resolved.obligationIds.get(link.code);
      return obligationId === undefined ? [] : [{ incidentId, obligationId, relation: link.relation }];
    }),
    skipDuplicates: true,
  });
  // A link that came by a merge stays as it came.
  await tx.incidentSource.createMany({ data: [...new Set(input.sources)].map((sourceId) => ({ incidentId, sourceId })), skipDuplicates: true });
}

export type StateChange = {
  id: number;
  workflow: WorkflowState;
  now: Date;
  verification?: Verification;
  voidsApprovals?: boolean;
  claimedById?: number | null;
  publishedById?: number;
  noticeReason?: string;
  externalId?: string | null;
  flags?: IncidentFlag[];
};

/** States that are told with a reason in the place of the record. */
const withdrawing: readonly WorkflowState[] = ["RETRACTED", "CORRECTED"];

/** Moves a locked record on; its version grows by one. */
export async function writeState(tx: Tx, change: StateChange): Promise<void> {
  const { id, voidsApprovals, now, ...columns } = change;
  await tx.incident.update({
    where: { id },
    data: {
      ...columns,
      ...(change.workflow === "SUBMITTED" ? { submittedAt: now } : {}),
      ...(change.publishedById === undefined ? {} : { publishedAt: now }),
      ...(withdrawing.includes(change.workflow) ? { noticeAt: now } : {}),
      ...(voidsApprovals ? { contentVersion: { increment: 1 } } : {}),
      version: { increment: 1 },
      updatedAt: now,
    },
    select: { id: true },
  });
}

/** Sets the flags that the whole ledger gives the record, the lines of merged records included. */
export async function deriveFlags(tx: Tx, id: number): Promise<void> {
  const record = await readRecord(tx, id);
  if (record) await tx.incident.update({ where: { id }, data: { flags: derivedFlags(record.ledger, record.view.casualties) }, select: { id: true } });
}

/**
 * Makes a new version of a held record whose content stays but something kept beside it does not. With `editorId` the change is
 * part of what reviewers judge: approvals fall away, and whoever made it is the record's last editor.
 */
export async function writePartChange(tx: Tx, { id, now, editorId }: { id: number; now: Date; editorId?: number | undefined }): Promise<void> {
  const judged = editorId === undefined ? {} : { lastEditorId: editorId, contentVersion: { increment: 1 } };
  await tx.incident.update({ where: { id }, data: { ...judged, version: { increment: 1 }, updatedAt: now }, select: { id: true } });
}

/** Sets what the record has to do with its obligations. */
export async function writeRelations(tx: Tx, incidentId: number, links: readonly { code: string; relation: string; effect: string }[]): Promise<void> {
  for (const { code, relation, effect } of links) await tx.incidentObligation.updateMany({ where: { incidentId, obligation: { code } }, data: { relation, effect } });
}

/** Keeps the whole record as it stands after a change. */
export async function insertVersion(tx: Tx, kept: { record: StoredRecord; event: string; actorId: number; now: Date }): Promise<void> {
  const { record, event, actorId, now } = kept;
  const snapshot = { ...record.view, contentVersion: record.contentVersion, authorId: record.facts.authorId, lastEditorId: record.facts.lastEditorId, teamId: record.teamId, ...record.reference };
  await tx.incidentVersion.create({ data: { incidentId: record.id, version: record.version, event, snapshot, actorId, recordedAt: now }, select: { version: true } });
}

/** The correction of this record that is under way, if there is one. */
export async function findOpenCorrection(tx: Tx, id: number): Promise<number | undefined> {
  const row = await tx.incident.findFirst({ where: { correctsId: id, workflow: { notIn: ["REJECTED", "RETRACTED", "CORRECTED"] } }, select: { id: true } });
  return row?.id;
}
