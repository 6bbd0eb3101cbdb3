import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { IncidentView } from "./domain/record";
import { cursorOf, cursorText, type Cursor, type IncidentFilter } from "./filter/schema";
import { listPageIds, type PageAsked, visibleParts } from "./page/queries";
import { redact, type IncidentScope } from "./policy";
import type { StoredRecord } from "./record/queries";
import { readRecords } from "./record/rows/queries";
import { countGroups } from "./tallies/queries";

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
  const [{ records, points } = { records: 0, points: 0 }] = await countGroups(scope, filter, { columns: [] });
  return { count: records, notOnMap: records - points };
}

/** The record as the scope may read it; undefined where there is none that it may know of. */
export async function findIncident(scope: IncidentScope, id: number): Promise<IncidentView | undefined> {
  const record = await findStoredRecord(scope, id);
  return record && redact(scope, record);
}

/** The record before redaction, for a loader that also asks policy about it; never handed to a component. */
export async function findStoredRecord(scope: IncidentScope, id: number): Promise<StoredRecord | undefined> {
  const [record] = await listStoredRecords(scope, [id]);
  return record;
}

/** The same of several: those of them that the scope may know of, in few statements, however many they are. */
export async function listStoredRecords(scope: IncidentScope, ids: readonly number[]): Promise<StoredRecord[]> {
  const seen = Prisma.join(visibleParts(scope), " OR ");
  const found = await db().$queryRaw<{ id: number }[]>`SELECT i.id FROM incident i WHERE i.id = ANY (${[...ids]}::int[]) AND (${seen})`;
  return readRecords(db(), found.map((row) => row.id));
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

async function readPage(scope: IncidentScope, filter: IncidentFilter, asked: PageAsked): Promise<StoredRecord[]> {
  return readRecords(db(), await listPageIds(scope, filter, asked));
}

export { listIncidentHistory, type HistoryEntry } from "./history/queries";
