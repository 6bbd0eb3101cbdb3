import { z } from "zod";
import { db } from "@/lib/db/client";
import { visible } from "../filter/queries";
import { keptMarks, marksSelect } from "../protection/queries";
import { mayReadProtected, readsAllEvidence, type IncidentScope } from "../policy";
import { publicEvents } from "./versions/policy";

export type HistoryEntry = {
  event: string;
  at: string;
  /** Null for readers who are not shown names of staff. */
  by: string | null;
  version: number;
  from: string | null;
  to: string | null;
  /** Null also where the reason may speak of what is withheld. */
  reason: string | null;
  verification: string | null;
  approvals: { given: number; needed: number } | null;
  changed: string[];
};

const data = z.object({
  version: z.int().default(0),
  from: z.string().nullable().default(null),
  to: z.string().nullable().default(null),
  reason: z.string().nullable().default(null),
  verification: z.string().nullable().default(null),
  approvals: z.int().nullable().default(null),
  approvalsNeeded: z.int().nullable().default(null),
  changed: z.array(z.string()).default([]),
});

/** What happened to the record, oldest first; undefined where the scope may not know of it. */
export async function listIncidentHistory(scope: IncidentScope, id: number): Promise<HistoryEntry[] | undefined> {
  const record = await db().incident.findFirst({ where: { AND: [visible(scope), { id }] }, select: marksSelect });
  if (!record) return undefined;
  // That there is evidence at all may be protected: its steps are for those who may read all of it.
  const seesEvidence = readsAllEvidence(scope, record);
  const rows = await db().auditEntry.findMany({
    where: {
      subjectType: "incident",
      subjectId: String(id),
      ...(scope.seesStaff ? {} : { event: { in: [...publicEvents] } }),
      ...(seesEvidence ? {} : { NOT: { event: { startsWith: "evidence." } } }),
    },
    select: { event: true, at: true, actorId: true, data: true },
    orderBy: { id: "asc" },
    take: 1000,
  });
  const steps = [...rows, ...(scope.seesStaff ? await stepsOfBatches(id) : [])].toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const names = scope.seesStaff ? await namesOf(steps.flatMap((row) => (row.actorId === null ? [] : [row.actorId]))) : new Map<number, string>();
  const showsReasons = mayReadProtected(scope, keptMarks(record));
  return steps.map((row) => entryOf(row, { by: row.actorId === null ? null : (names.get(row.actorId) ?? null), showsReasons }));
}

/** What batches did to the record: one entry of the audit speaks for many versions, so they are told by the versions themselves. */
async function stepsOfBatches(incidentId: number): Promise<(AuditRow & { actorId: number | null })[]> {
  const rows = await db().incidentVersion.findMany({ where: { incidentId, bundleId: { not: null } }, select: { version: true, event: true, recordedAt: true, actorId: true }, orderBy: { version: "asc" }, take: 1000 });
  return rows.map(({ version, event, recordedAt, actorId }) => ({ event, at: recordedAt, actorId, data: { version } }));
}

type AuditRow = { event: string; at: Date; data: unknown };

function entryOf(row: AuditRow, { by, showsReasons }: { by: string | null; showsReasons: boolean }): HistoryEntry {
  const { reason, approvals, approvalsNeeded, ...known } = data.parse(row.data);
  return {
    event: row.event,
    at: row.at.toISOString(),
    by,
    ...known,
    reason: showsReasons ? reason : null,
    approvals: approvals === null || approvalsNeeded === null ? null : { given: approvals, needed: approvalsNeeded },
  };
}

async function namesOf(ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db().user.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
  return new Map(rows.map((row) => [row.id, row.name]));
}
