import { db } from "@/lib/db/client";
import { visible } from "@/lib/incidents/filter/queries";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { redact, type IncidentScope } from "@/lib/incidents/policy";
import { recordSelect, storedRecord } from "@/lib/incidents/record/queries";
import { type CalendarDate, toStoredDay } from "@/lib/kernel/calendar-date";

/** A record of a report that is not any more what it was in it, as the reader may see it now. */
export type MovedRecord = { readonly view: IncidentView; readonly was: { readonly version: number; readonly verification: string; readonly sensitivity: string } };

const mostMoved = 500;

/** The records of a report that changed since, by number. */
export async function listMovedRecords(scope: IncidentScope, reportId: number): Promise<MovedRecord[]> {
  const rows = await db().reportRecord.findMany({
    where: { reportId, incident: visible(scope) },
    select: { version: true, verification: true, sensitivity: true, incident: { select: recordSelect } },
    orderBy: { incidentId: "asc" },
  });
  return rows
    .filter(({ version, incident }) => incident.version !== version)
    .slice(0, mostMoved)
    .map(({ incident, ...was }) => ({ view: redact(scope, storedRecord(incident)), was }));
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
    select: recordSelect,
    orderBy: { id: "asc" },
    take: mostAdded,
  });
  return rows.map((row) => redact(scope, storedRecord(row)));
}
