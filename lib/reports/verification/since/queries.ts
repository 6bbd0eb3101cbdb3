import { db } from "@/lib/db/client";
import { visible } from "@/lib/incidents/filter/queries";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { redact, type IncidentScope } from "@/lib/incidents/policy";
import { readRecords } from "@/lib/incidents/record/rows/queries";
import { conditionSql, incidentAt } from "@/lib/incidents/statement/queries";
import { type CalendarDate, toStoredDay } from "@/lib/kernel/calendar-date";

/** A record of a report that is not any more what it was in it, as the reader may see it now. */
export type MovedRecord = { readonly view: IncidentView; readonly was: { readonly version: number; readonly verification: string; readonly sensitivity: string } };

const mostMoved = 500;

type Was = MovedRecord["was"] & { readonly id: number };

/** The records of a report that changed since, by number, the first five hundred. */
export async function listMovedRecords(scope: IncidentScope, reportId: number): Promise<MovedRecord[]> {
  const rows = await db().$queryRaw<Was[]>`
    SELECT i.id, r.version, r.verification, r.sensitivity FROM report_record r JOIN incident i ON i.id = r.incident_id
     WHERE r.report_id = ${reportId}::int AND i.version <> r.version AND ${conditionSql(visible(scope), incidentAt("i"))} ORDER BY i.id LIMIT ${mostMoved}`;
  const records = await readRecords(db(), rows.map(({ id }) => id));
  const before = new Map(rows.map(({ id, ...was }) => [id, was]));
  return records.flatMap((record) => {
    const was = before.get(record.id);
    return was ? [{ view: redact(scope, record), was }] : [];
  });
}

type Added = { readonly from: CalendarDate; readonly to: CalendarDate; readonly reportId: number; readonly knownAt: Date };

const mostAdded = 100;

/** Records of the period that were published after the report's knowledge ended and are not in it, the first hundred. */
export async function listRecordsAdded(scope: IncidentScope, { from, to, reportId, knownAt }: Added): Promise<IncidentView[]> {
  const rows = await db().incident.findMany({
    where: {
      AND: [
        visible(scope),
        { workflow: "PUBLISHED", publishedAt: { gt: knownAt }, reportRecords: { none: { reportId } }, boardRecords: { none: { knownAt: { lte: knownAt } } } },
        { occurredStart: { lte: toStoredDay(to) }, OR: [{ occurredStart: { gte: toStoredDay(from) } }, { occurredEnd: { gte: toStoredDay(from) } }] },
      ],
    },
    select: { id: true },
    orderBy: { id: "asc" },
    take: mostAdded,
  });
  return (await readRecords(db(), rows.map(({ id }) => id))).map((record) => redact(scope, record));
}
