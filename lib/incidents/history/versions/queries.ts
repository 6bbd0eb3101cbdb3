import { z } from "zod";
import { db } from "@/lib/db/client";
import type { IncidentView, ObligationLink } from "../../domain/record";
import { visible } from "../../filter/queries";
import { mayReadProtected, type IncidentScope } from "../../policy";
import { keptMarks, marksSelect } from "../../protection/queries";
import { changesBetween, initialValues, type Changes } from "../domain/changes";
import type { Json } from "../domain/json";
import { isOfView, mayReadVersion, readableStates, type KeptVersion, type RecordNow } from "./policy";

/** A reviewer's decision that was taken with a version. */
export type ReviewStep = { decision: string; verification: string | null; reason: string | null; findings: ObligationLink[] };

/** A version that the reader may know, with what changed since the one before it that they may know. */
export type VersionStep = {
  version: number;
  event: string;
  at: string;
  /** Null for readers who are not shown names of staff. */
  by: string | null;
  changes: Changes;
  /** The version before, or null where the values are the first ones. */
  since: number | null;
  /** Some fields are withheld from the reader, and so are their changes. */
  isWithheld: boolean;
  review: ReviewStep | null;
};

/** Two versions held against each other. */
export type Comparison = { from: number; to: number; changes: Changes; isWithheld: boolean };

const viewShape = z.custom<IncidentView>((value) => typeof value === "object" && value !== null && "claims" in value);
const snapshotShape = z.record(z.string(), z.json());

type Row = KeptVersion & { version: number; event: string; actorId: number; recordedAt: Date };

/** More versions than that are read by comparing two of them. */
const mostVersions = 1000;

async function readVersions(incidentId: number, versions?: readonly number[]): Promise<Row[]> {
  const rows = await db().incidentVersion.findMany({
    where: { incidentId, ...(versions === undefined ? {} : { version: { in: [...versions] } }) },
    select: { version: true, event: true, snapshot: true, actorId: true, recordedAt: true },
    orderBy: { version: "asc" },
    take: mostVersions,
  });
  return rows.map(({ snapshot, ...row }) => ({ ...row, ...keptVersion(snapshot) }));
}

function keptVersion(snapshot: unknown): KeptVersion {
  const fields: Record<string, Json> = snapshotShape.parse(snapshot);
  const entries = Object.entries(fields);
  // A snapshot that is older than evidence, or than marks on fields, holds none.
  return { view: viewShape.parse({ evidence: [], protectedFields: {}, withheld: [], ...Object.fromEntries(entries.filter(([name]) => isOfView(name))) }), extras: Object.fromEntries(entries.filter(([name]) => !isOfView(name))) };
}

async function findRecordNow(scope: IncidentScope, id: number): Promise<RecordNow | undefined> {
  const record = await db().incident.findFirst({ where: { AND: [visible(scope), { id }] }, select: marksSelect });
  return record === null ? undefined : keptMarks(record);
}

/** The record's versions as the scope may read them, oldest first, each with its changes; undefined where the scope may not know of the record. */
export async function listVersions(scope: IncidentScope, id: number): Promise<VersionStep[] | undefined> {
  const record = await findRecordNow(scope, id);
  if (!record) return undefined;
  const rows = (await readVersions(id)).filter((row) => mayReadVersion(scope, record, row));
  const [names, reviews] = scope.seesStaff ? await Promise.all([namesOf(rows), listReviews(id)]) : [new Map<number, string>(), []];
  const showsReasons = mayReadProtected(scope, record);
  return rows.map((row, index) => {
    const before = rows[index - 1];
    const { changes, isWithheld } = changesOf(scope, record, { before, after: row });
    const review = reviews.find((one) => isStepOf(one, row));
    return {
      version: row.version, event: row.event, at: row.recordedAt.toISOString(), by: names.get(row.actorId) ?? null,
      changes, isWithheld, since: before?.version ?? null, review: review ? stepOf(review, showsReasons) : null,
    };
  });
}

function changesOf(scope: IncidentScope, record: RecordNow, { before, after }: { before: Row | undefined; after: Row }): { changes: Changes; isWithheld: boolean } {
  const { states, isWithheld } = readableStates(scope, record, before ? [before, after] : [after]);
  const [first = {}, second] = states;
  return { changes: second ? changesBetween(first, second) : initialValues(first), isWithheld };
}

/** Two versions of one record side by side; undefined where the scope may not know of one of them. */
export async function compareVersions(scope: IncidentScope, id: number, { from, to }: { from: number; to: number }): Promise<Comparison | undefined> {
  const record = await findRecordNow(scope, id);
  if (!record) return undefined;
  const rows = (await readVersions(id, [from, to])).filter((row) => mayReadVersion(scope, record, row));
  const [one, other] = [rows.find(({ version }) => version === from), rows.find(({ version }) => version === to)];
  if (!one || !other) return undefined;
  const { states, isWithheld } = readableStates(scope, record, [one, other]);
  const [before = {}, after = {}] = states;
  return { from, to, changes: changesBetween(before, after), isWithheld };
}

type ReviewRow = { reviewerId: number; decision: string; verification: string | null; reason: string | null; findings: unknown; createdAt: Date };

/** The steps that each decision is taken with. */
const stepsOf: Readonly<Record<string, readonly string[]>> = {
  APPROVE: ["incident.approved"], REQUEST_CHANGES: ["incident.changesRequested"], REJECT: ["incident.rejected"], RETRACT: ["incident.retractionProposed", "incident.retracted"],
};

const isStepOf = ({ decision, reviewerId, createdAt }: ReviewRow, { event, actorId, recordedAt }: Row): boolean =>
  reviewerId === actorId && createdAt.getTime() === recordedAt.getTime() && (stepsOf[decision] ?? []).includes(event);

const listReviews = (incidentId: number): Promise<ReviewRow[]> =>
  db().review.findMany({ where: { incidentId }, select: { reviewerId: true, decision: true, verification: true, reason: true, findings: true, createdAt: true }, orderBy: { id: "asc" }, take: mostVersions });

const stepOf = ({ decision, verification, reason, findings }: ReviewRow, showsReasons: boolean): ReviewStep => ({
  decision, verification, reason: showsReasons ? reason : null, findings: findings as ObligationLink[],
});

async function namesOf(rows: readonly Row[]): Promise<Map<number, string>> {
  const people = await db().user.findMany({ where: { id: { in: [...new Set(rows.map(({ actorId }) => actorId))] } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}
