import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { DuplicateRelation } from "@/lib/codelists/duplicate-relation";
import { visible } from "@/lib/incidents/filter/queries";
import { redact, type IncidentScope } from "@/lib/incidents/policy";
import { findStoredRecord, listStoredRecords } from "@/lib/incidents/queries";
import type { StoredRecord } from "@/lib/incidents/record/queries";
import { readRecords } from "@/lib/incidents/record/rows/queries";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { addDays, calendarDate } from "@/lib/kernel/calendar-date";
import { duplicateScore, nearDays, shownFrom, type DuplicateFacts } from "./domain/score";
import type { DraftToCompare, LikeRecord } from "./schema";

/** Records that are compared at most; the nearest in time come first. */
const comparedAtMost = 300;
const shownAtMost = 10;

type Compared = { view: IncidentView; facts: DuplicateFacts };

/** Both records of a pair as this reader may read them: what is withheld from the reader takes no part in the comparison. */
async function comparable(scope: IncidentScope, records: readonly StoredRecord[]): Promise<Compared[]> {
  const read = records.map((record) => ({ told: record.account.place, view: redact(scope, record) }));
  const addresses = await addressesOf(read.flatMap(({ view }) => sourceIds(view)));
  return read.map(({ told, view }) => ({
    view,
    facts: {
      type: view.type,
      // The words that stand for a withheld title are alike for all.
      title: view.withheld.includes("title") ? "" : view.title,
      start: calendarDate(view.occurred.start),
      end: view.occurred.end === null ? null : calendarDate(view.occurred.end),
      unit: view.place.unit,
      placeId: isPlaceOpen(view) ? told.id : null,
      placeNames: isPlaceOpen(view) ? [...told.forms] : [],
      // What stands for a protected place is no place to measure from.
      lat: isPlaceOpen(view) ? view.place.lat : null,
      lon: isPlaceOpen(view) ? view.place.lon : null,
      addresses: sourceIds(view).flatMap((id) => addresses.get(id) ?? []),
      // What is withheld from the reader was taken out above: a file that may not be known is no reason.
      hashes: view.evidence.map((item) => item.sha256),
      against: view.claims.flatMap((claim) => claim.against ?? []),
    },
  }));
}

const isPlaceOpen = ({ withheld }: IncidentView): boolean => !withheld.includes("place");
const sourceIds = (view: IncidentView): number[] => [...new Set([...view.sources, ...view.claims.flatMap((claim) => claim.source ?? [])])];

async function addressesOf(ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<{ id: number; address: string | null }[]>(Prisma.sql`SELECT id, canonical_url(url) AS address FROM source WHERE id = ANY(${[...new Set(ids)]}::int[])`);
  return new Map(rows.flatMap((row) => (row.address === null ? [] : [[row.id, row.address] as const])));
}

/** Ids that are near in time, were read on one of the same pages, or hold one of the same files. Which of them the reader may know of is asked afterwards. */
async function nearIds({ start, end, addresses, hashes }: Pick<DuplicateFacts, "start" | "end" | "addresses" | "hashes">): Promise<number[]> {
  const [from, to] = [addDays(start, -nearDays), addDays(end ?? start, nearDays)];
  const rows = await db().$queryRaw<{ id: number }[]>(Prisma.sql`
    SELECT id FROM (
      (SELECT id, occurred_start FROM incident WHERE occurred_start BETWEEN ${from}::date AND ${to}::date ORDER BY abs(occurred_start - ${start}::date), id DESC LIMIT ${comparedAtMost})
      UNION
      (SELECT i.id, i.occurred_start FROM source s JOIN claim c ON c.source_id = s.id JOIN incident i ON i.id = c.incident_id
       WHERE canonical_url(s.url) = ANY(${[...addresses]}::text[]) LIMIT ${comparedAtMost})
      UNION
      (SELECT i.id, i.occurred_start FROM source s JOIN incident_source l ON l.source_id = s.id JOIN incident i ON i.id = l.incident_id
       WHERE canonical_url(s.url) = ANY(${[...addresses]}::text[]) LIMIT ${comparedAtMost})
      UNION
      (SELECT i.id, i.occurred_start FROM evidence e JOIN incident i ON i.id = e.incident_id
       WHERE e.sha256 = ANY(${[...hashes]}::text[]) AND e.withdrawn_at IS NULL LIMIT ${comparedAtMost})
    ) near ORDER BY abs(occurred_start - ${start}::date), id DESC LIMIT ${comparedAtMost}`);
  return rows.map((row) => row.id);
}

const outOfPlay = ["MERGED_INTO", "REJECTED", "CORRECTED", "RETRACTED"];

async function likeFacts(scope: IncidentScope, facts: DuplicateFacts, own: number | null): Promise<LikeRecord[]> {
  const ids = (await nearIds(facts)).filter((id) => id !== own);
  const others = (await listStoredRecords(scope, ids)).filter(({ facts: { workflow } }) => !outOfPlay.includes(workflow));
  const relations = own === null ? new Map<number, DuplicateRelation>() : await relationsOf(own);
  return (await comparable(scope, others))
    .map(({ view, facts: other }) => ({ view, ...duplicateScore(facts, other) }))
    .filter(({ view, score }) => score >= shownFrom && relations.get(view.id) !== "NOT_DUPLICATE")
    .sort((a, b) => b.score - a.score || b.view.id - a.view.id)
    .slice(0, shownAtMost)
    .map(({ view, score, reasons }) => ({
      id: view.id,
      reference: view.reference,
      title: view.title,
      type: view.type,
      start: view.occurred.start,
      workflow: view.workflow,
      score: Math.round(score * 1000) / 1000,
      reasons: [...reasons],
      relation: relations.get(view.id) ?? null,
    }));
}

/** Records that may tell of the same event as this one, the likeliest first; undefined where the reader may not know of it. */
export async function listLikeRecords(scope: IncidentScope, id: number): Promise<LikeRecord[] | undefined> {
  const record = await findStoredRecord(scope, id);
  if (!record) return undefined;
  const [mine] = await comparable(scope, [record]);
  return mine ? likeFacts(scope, mine.facts, id) : [];
}

/** The files that a record holds, as far as the reader may know of them. */
async function hashesOf(scope: IncidentScope, id: number): Promise<string[]> {
  const record = await findStoredRecord(scope, id);
  return record === undefined ? [] : redact(scope, record).evidence.map((item) => item.sha256);
}

/** The same for a record that is still being written; of one that is edited the files on record count as well. */
export async function listLikeDraft(scope: IncidentScope, draft: DraftToCompare): Promise<LikeRecord[]> {
  const [addresses, hashes] = await Promise.all([addressesOf(draft.sources), draft.id === null ? [] : hashesOf(scope, draft.id)]);
  const facts: DuplicateFacts = {
    ...draft,
    start: calendarDate(draft.start),
    end: draft.end === null ? null : calendarDate(draft.end),
    placeId: null,
    placeNames: draft.place === null ? [] : draft.place.split(" / "),
    addresses: [...addresses.values()],
    hashes,
  };
  return likeFacts(scope, facts, draft.id);
}

async function relationsOf(id: number): Promise<Map<number, DuplicateRelation>> {
  const rows = await db().incidentRelation.findMany({ where: { undoneAt: null, OR: [{ firstId: id }, { secondId: id }] }, select: { firstId: true, secondId: true, relation: true }, take: 500 });
  return new Map(rows.map((row) => [row.firstId === id ? row.secondId : row.firstId, row.relation as DuplicateRelation]));
}

export type RelationView = { other: { id: number; reference: string; title: string }; relation: DuplicateRelation; /** The relation is told of the other record. */ isOfOther: boolean; /** Null where it may speak of what is withheld. */ reason: string | null; decidedAt: string };

const relationsAtMost = 100;

/** What was decided of this record and others that the reader may know of. */
export async function listRelations(scope: IncidentScope, id: number): Promise<RelationView[]> {
  const read = (where: Prisma.IncidentRelationWhereInput) =>
    db().incidentRelation.findMany({ where: { ...where, undoneAt: null }, select: { id: true, firstId: true, secondId: true, relation: true, isReversed: true, reason: true, decidedAt: true }, orderBy: { id: "desc" }, take: relationsAtMost });
  // Asked for each end by itself: of both at once no index serves either.
  const ends = await Promise.all([read({ firstId: id, second: visible(scope) }), read({ secondId: id, first: visible(scope) })]);
  const rows = ends.flat().toSorted((a, b) => b.id - a.id).slice(0, relationsAtMost);
  const views = await viewsOf(scope, rows.flatMap((row) => [row.firstId, row.secondId]));
  return rows.flatMap((row) => {
    const [mine, other] = [views.get(id), views.get(row.firstId === id ? row.secondId : row.firstId)];
    if (!mine || !other) return [];
    const { isWhole, ...named } = other;
    const reason = mine.isWhole && isWhole ? row.reason : null;
    return [{ other: named, relation: row.relation as DuplicateRelation, isOfOther: (row.firstId === id) === row.isReversed, reason, decidedAt: row.decidedAt.toISOString() }];
  });
}

export type MergedView = { other: { id: number; reference: string; title: string }; reason: string; mergedAt: string };

/** Records that were merged into this one. */
export async function listMerged(scope: IncidentScope, survivorId: number): Promise<MergedView[]> {
  const rows = await db().incidentMerge.findMany({ where: { survivorId, undoneAt: null, merged: visible(scope) }, select: { mergedId: true, reason: true, mergedAt: true }, orderBy: { id: "asc" }, take: 100 });
  const others = await viewsOf(scope, rows.map((row) => row.mergedId));
  return rows.flatMap((row) => {
    const other = others.get(row.mergedId);
    if (!other) return [];
    const { isWhole: _merge, ...named } = other;
    // The reason of a merge stands in the public notice of the merged record.
    return [{ other: named, reason: row.reason, mergedAt: row.mergedAt.toISOString() }];
  });
}

type NamedRecord = { id: number; reference: string; title: string; /** Nothing of it is withheld. */ isWhole: boolean };

async function viewsOf(scope: IncidentScope, ids: readonly number[]): Promise<Map<number, NamedRecord>> {
  return new Map((await listStoredRecords(scope, ids)).map((record) => {
    const { id, reference, title, redacted } = redact(scope, record);
    return [id, { id, reference, title, isWhole: !redacted }];
  }));
}

const waiting = ["DRAFT", "SUBMITTED", "IN_REVIEW", "CHANGES_REQUESTED", "APPROVED", "ON_HOLD"];
const queueSize = 50;

/** Unpublished records, the longest waiting first, each with what it may duplicate; records without any are left out. */
export async function listDuplicateQueue(scope: IncidentScope): Promise<{ record: { id: number; reference: string; title: string; workflow: string }; like: LikeRecord[] }[]> {
  const rows = await db().incident.findMany({
    where: { AND: [visible(scope), { workflow: { in: waiting } }] },
    select: { id: true },
    orderBy: [{ submittedAt: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take: queueSize,
  });
  const queue = [];
  for (const { view, facts } of await comparable(scope, await readRecords(db(), rows.map(({ id }) => id)))) {
    const like = await likeFacts(scope, facts, view.id);
    if (like.length > 0) queue.push({ record: { id: view.id, reference: view.reference, title: view.title, workflow: view.workflow }, like });
  }
  return queue;
}
