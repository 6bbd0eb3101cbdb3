import type { ImportStatus } from "@/lib/codelists/import-status";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { ImportPlan } from "./domain/plan";
import type { ImportScope } from "./policy";
import type { RowView, UnknownValue, WrittenRecord } from "./rows/domain";
import type { ImportLine } from "./run/domain";
import type { ImportView, RowFilter } from "./schema";
import type { ImportProblem, Tally } from "./store";

type Where = Prisma.ImportRunWhereInput;
const visibleRuns = (scope: ImportScope): Where => ({ OR: [{ teamId: scope.teamId }, ...(scope.reach === "ALL" ? [{ restriction: null }] : [])] });

const select = {
  id: true, fileName: true, bytes: true, sha256: true, sourceName: true, choices: true, plan: true, status: true, problems: true, isDryRun: true, commitAs: true, restriction: true, done: true, total: true,
  rowsRead: true, results: true, effects: true, reasons: true, authorId: true, teamId: true, createdAt: true, committedAt: true, undoneAt: true, author: { select: { name: true } },
} satisfies Prisma.ImportRunSelect;
type Row = Prisma.ImportRunGetPayload<{ select: typeof select }>;

/** An import with what policy asks of it. */
export type RunRecord = { view: ImportView; facts: { authorId: number; teamId: number; restriction: string | null }; author: string; choices: unknown; plan: ImportPlan | null };

const instantOrNull = (date: Date | null): string | null => date?.toISOString() ?? null;

const noResults = { accepted: 0, acceptedWithWarning: 0, needsReview: 0, rejected: 0, duplicate: 0 };
const resultCounts = (results: Tally["results"]): Omit<ImportView["rows"], "read"> => ({ ...noResults, ...results });

const noEffects = { CREATE: 0, UPDATE: 0, SKIP: 0, HOLD: 0, REJECT: 0 };
function effectCounts(effects: Tally["effects"]): ImportView["effects"] {
  const { CREATE, UPDATE, SKIP, HOLD, REJECT } = { ...noEffects, ...effects };
  return { create: CREATE, update: UPDATE, skip: SKIP, needsReview: HOLD, rejected: REJECT };
}

function recordOf(row: Row): RunRecord {
  const plan = row.plan as ImportPlan | null;
  const view: ImportView = {
    id: row.id,
    status: row.status as ImportStatus,
    fileName: row.fileName,
    bytes: Number(row.bytes),
    sha256: row.sha256,
    format: plan?.format ?? null,
    dryRun: row.isDryRun,
    commitAs: row.commitAs as ImportView["commitAs"],
    source: row.sourceName,
    restriction: row.restriction,
    progress: { done: Number(row.done), total: Number(row.total) },
    rows: { read: row.rowsRead, ...resultCounts(row.results as Tally["results"]) },
    effects: effectCounts(row.effects as Tally["effects"]),
    reasons: row.reasons as Tally["reasons"],
    plan: plan as ImportView["plan"],
    problems: row.problems as ImportProblem[],
    createdAt: row.createdAt.toISOString(),
    committedAt: instantOrNull(row.committedAt),
    undoneAt: instantOrNull(row.undoneAt),
  };
  return { view, facts: { authorId: row.authorId, teamId: row.teamId, restriction: row.restriction }, author: row.author.name, choices: row.choices, plan };
}

/** The import as the scope may read it; undefined where it may not know of it. */
export async function findImport(scope: ImportScope, id: number): Promise<RunRecord | undefined> {
  const row = await db().importRun.findFirst({ where: { AND: [visibleRuns(scope), { id }] }, select });
  return row === null ? undefined : recordOf(row);
}

const linesShown = 100;

/** The latest imports. */
export async function listImports(scope: ImportScope): Promise<ImportLine[]> {
  const rows = await db().importRun.findMany({ where: visibleRuns(scope), select, orderBy: { id: "desc" }, take: linesShown });
  return rows.map(recordOf).map(({ view: { id, status, fileName, format, source, dryRun, createdAt, rows: { read }, effects }, author }) => ({
    id, status, fileName, format, source, dryRun, author, createdAt, read, written: effects.create + effects.update, leftOut: effects.needsReview + effects.rejected,
  }));
}

const rowColumns = Prisma.sql`
  record, result, effect, offer, decision, is_mended AS "isMended", reasons, cells, external_id AS "externalId", target_id AS "targetId", changed, like_id AS "likeId",
  CASE WHEN content IS NULL THEN NULL ELSE (SELECT jsonb_build_object('type', c ->> 'type', 'title', c ->> 'title', 'start', c -> 'occurred' ->> 'start', 'place', c -> 'place' ->> 'name') FROM (SELECT replace(content, '"\\u0000', '"')::jsonb AS c) x) END AS preview`;

export const rowsShown = 50;

/** One page of the rows, in the order of the file; any page costs the same. */
export async function listRows(importId: number, { effect, reason, after }: RowFilter): Promise<{ rows: RowView[]; next: number | null }> {
  const rows = await db().$queryRaw<RowView[]>(Prisma.sql`
    SELECT ${rowColumns} FROM import_row WHERE import_id = ${importId} AND record > ${after}
      AND ${effect === undefined ? Prisma.sql`true` : Prisma.sql`effect = ${effect}`} AND ${reason === undefined ? Prisma.sql`true` : Prisma.sql`result <> 'accepted' AND ${reason} = ANY(reason_codes)`}
     ORDER BY record LIMIT ${rowsShown + 1}`);
  const page = rows.slice(0, rowsShown);
  return { rows: page, next: rows.length > rowsShown ? (page.at(-1)?.record ?? null) : null };
}

/** One row; undefined where there is none. */
export async function findRow(importId: number, record: number): Promise<(RowView & { content: string | null }) | undefined> {
  const [row] = await db().$queryRaw<(RowView & { content: string | null })[]>(Prisma.sql`SELECT ${rowColumns}, content FROM import_row WHERE import_id = ${importId} AND record = ${record}`);
  return row;
}

const errorsAtOnce = 500;
export type ErrorRow = Pick<RowView, "record" | "result" | "reasons" | "cells">;

/** Rows that were not or would not be written for a reason that can be mended, batch by batch. */
export async function* streamErrors(importId: number): AsyncGenerator<ErrorRow[]> {
  for (let after = 0; ; ) {
    const rows = await db().$queryRaw<ErrorRow[]>(Prisma.sql`
      SELECT record, result, reasons, cells FROM import_row WHERE import_id = ${importId} AND effect IN ('HOLD', 'REJECT') AND result <> 'accepted' AND record > ${after} ORDER BY record LIMIT ${errorsAtOnce}`);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (rows.length < errorsAtOnce || !last) return;
    after = last.record;
  }
}

/** Records that the batch wrote, with their numbers on file, a page at a time. */
export async function listWritten(importId: number, after: number): Promise<{ records: WrittenRecord[]; next: number | null }> {
  const rows = await db().importRecord.findMany({ where: { importId, record: { gt: after } }, select: { record: true, incidentId: true, effect: true }, orderBy: { record: "asc" }, take: rowsShown + 1 });
  const page = rows.slice(0, rowsShown);
  return { records: page, next: rows.length > rowsShown ? (page.at(-1)?.record ?? null) : null };
}

const valueCodes = ["unknown_event_type", "type_needs_choice", "unknown_actor", "unknown_speaker", "unknown_party"];
const valuesShown = 40;

/** Words that a person can settle once for the whole file, the commonest first. */
export const listUnknownValues = (importId: number): Promise<UnknownValue[]> => db().$queryRaw<UnknownValue[]>(Prisma.sql`
  SELECT r.reason ->> 'code' AS code, r.reason ->> 'column' AS header, r.reason ->> 'value' AS value, count(*)::int AS count
    FROM import_row CROSS JOIN LATERAL json_array_elements(reasons) AS r(reason)
   WHERE import_id = ${importId} AND result <> 'accepted' AND reason_codes && ${valueCodes}::text[] AND r.reason ->> 'code' = ANY(${valueCodes}::text[])
     AND r.reason ->> 'column' IS NOT NULL AND coalesce(r.reason ->> 'value', '') <> ''
   GROUP BY 1, 2, 3 ORDER BY count DESC, value LIMIT ${valuesShown}`);
