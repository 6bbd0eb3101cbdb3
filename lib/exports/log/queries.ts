import { z } from "zod";
import type { ExportFormat } from "@/lib/codelists/export-format";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Role } from "@/lib/kernel/actor";
import type { ExportFacts } from "../manifest/domain";
import { type ExportLogScope, filterShown } from "../policy";
import { exportCursorOf, exportCursorText, type ExportEntry, type ExportLogFilter } from "./schema";

const filterShape = z.record(z.string(), z.array(z.string()));

const within = (scope: ExportLogScope): Prisma.ExportRunWhereInput => (scope.actorId === undefined ? {} : { actorId: scope.actorId });

/** Files that left, the latest first, a page at a time. */
export async function listExports(scope: ExportLogScope, { cursor, limit }: ExportLogFilter, now: Date): Promise<{ items: ExportEntry[]; nextCursor: string | null }> {
  const rows = await db().exportRun.findMany({
    where: { AND: [within(scope), beyond(cursor)] },
    orderBy: [{ startedAt: "desc" }, { id: "asc" }],
    take: limit + 1,
    include: { actor: { select: { id: true, name: true } } },
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => ({
      id: row.id,
      format: row.format as ExportFormat,
      fileName: row.fileName,
      filter: filterShown(scope, { actorId: row.actorId, filter: filterShape.parse(row.filter) }),
      by: row.actor,
      role: row.role,
      asOf: row.asOf.toISOString(),
      startedAt: row.startedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      state: stateOf(row, now),
      rows: row.rowsExpected,
      rowsSent: row.rowsSent,
      bytes: row.bytes === null ? null : Number(row.bytes),
      sha256: row.sha256,
    })),
    nextCursor: rows.length > limit && last ? exportCursorText({ startedAt: last.startedAt.toISOString(), id: last.id }) : null,
  };
}

function beyond(text: string | undefined): Prisma.ExportRunWhereInput {
  const cursor = text === undefined ? undefined : exportCursorOf(text);
  if (!cursor) return {};
  const startedAt = new Date(cursor.startedAt);
  return { AND: [{ startedAt: { lte: startedAt } }, { OR: [{ startedAt: { lt: startedAt } }, { id: { gt: cursor.id } }] }] };
}

const hour = 3_600_000;

function stateOf({ outcome, startedAt }: { outcome: string | null; startedAt: Date }, now: Date): ExportEntry["state"] {
  if (outcome === "COMPLETE") return "complete";
  if (outcome === "BROKEN_OFF") return "broken-off";
  return now.getTime() - startedAt.getTime() > hour ? "lost" : "under-way";
}

/** What the log says of one file; undefined where there is none that the reader may see. */
export async function findExport(scope: ExportLogScope, id: string): Promise<ExportFacts | undefined> {
  const row = await db().exportRun.findFirst({ where: { AND: [within(scope), { id }] } });
  if (!row) return undefined;
  const { auditSeq, auditHash, bytes, outcome, filter, role, format, ...facts } = row;
  return {
    ...facts,
    format: format as ExportFormat,
    role: role as Role,
    filter: filterShown(scope, { actorId: row.actorId, filter: filterShape.parse(filter) }),
    outcome: outcome as ExportFacts["outcome"],
    bytes: bytes === null ? null : Number(bytes),
    auditHead: auditSeq === null || auditHash === null ? null : { seq: Number(auditSeq), hash: auditHash },
  };
}
