import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { calendarDate, toStoredDay } from "@/lib/kernel/calendar-date";
import type { IncidentView } from "./domain/record";
import { onMap, selected, visible } from "./filter/queries";
import { cursorOf, cursorText, type Cursor, type IncidentFilter } from "./filter/schema";
import { redact, type IncidentScope } from "./policy";
import { recordSelect, storedRecord, type StoredRecord } from "./record/queries";

export type IncidentListItem = IncidentView;

/** One page of the list, the latest occurrence first unless the filter says otherwise. Any page costs the same. */
export async function listIncidents(scope: IncidentScope, filter: IncidentFilter): Promise<{ items: IncidentListItem[]; nextCursor: string | null }> {
  const records = await readPage(scope, filter, { after: filter.cursor === undefined ? undefined : cursorOf(filter.cursor), size: filter.limit + 1 });
  const page = records.slice(0, filter.limit);
  const last = page.at(-1);
  return {
    items: page.map((record) => redact(scope, record)),
    nextCursor: records.length > filter.limit && last ? cursorText(placeIn(last)) : null,
  };
}

/** How many records the filter means, and how many of them a map has no point for. */
export async function countIncidents(scope: IncidentScope, filter: IncidentFilter): Promise<{ count: number; notOnMap: number }> {
  const where = selected(scope, filter);
  const [count, mapped] = await Promise.all([db().incident.count({ where }), db().incident.count({ where: { AND: [where, onMap(scope)] } })]);
  return { count, notOnMap: Math.max(0, count - mapped) };
}

/** The record as the scope may read it; undefined where there is none that it may know of. */
export async function findIncident(scope: IncidentScope, id: number): Promise<IncidentView | undefined> {
  const record = await findStoredRecord(scope, id);
  return record && redact(scope, record);
}

/** The record before redaction, for a loader that also asks policy about it; never handed to a component. */
export async function findStoredRecord(scope: IncidentScope, id: number): Promise<StoredRecord | undefined> {
  const row = await db().incident.findFirst({ where: { AND: [visible(scope), { id }] }, select: recordSelect });
  return row === null ? undefined : storedRecord(row);
}

const batchSize = 1000;

/** Every record that the filter means, batch by batch: memory is flat in the length of the list. Not redacted yet. */
export async function* streamIncidents(scope: IncidentScope, filter: IncidentFilter): AsyncGenerator<StoredRecord[]> {
  let after: Cursor | undefined;
  for (;;) {
    const records = await readPage(scope, filter, { after, size: batchSize });
    if (records.length > 0) yield records;
    const last = records.at(-1);
    if (records.length < batchSize || !last) return;
    after = placeIn(last);
  }
}

const placeIn = (record: StoredRecord): Cursor => ({ occurredStart: record.view.occurred.start, id: record.id });

async function readPage(scope: IncidentScope, filter: IncidentFilter, { after, size }: { after: Cursor | undefined; size: number }): Promise<StoredRecord[]> {
  const direction = filter.sort === "occurred" ? "asc" : "desc";
  const rows = await db().incident.findMany({
    where: { AND: [selected(scope, filter), beyond(after, direction)] },
    select: recordSelect,
    orderBy: [{ occurredStart: direction }, { id: direction }],
    take: size,
  });
  return rows.map(storedRecord);
}

/** What lies beyond the cursor. The first condition lets the index start there; the second takes out what was shown already. */
function beyond(after: Cursor | undefined, direction: "asc" | "desc"): Prisma.IncidentWhereInput {
  if (after === undefined) return {};
  const day = toStoredDay(calendarDate(after.occurredStart));
  return direction === "desc"
    ? { AND: [{ occurredStart: { lte: day } }, { OR: [{ occurredStart: { lt: day } }, { id: { lt: after.id } }] }] }
    : { AND: [{ occurredStart: { gte: day } }, { OR: [{ occurredStart: { gt: day } }, { id: { gt: after.id } }] }] };
}

export { listIncidentHistory, type HistoryEntry } from "./history/queries";
