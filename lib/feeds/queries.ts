import { z } from "zod";
import { db } from "@/lib/db/client";
import { neutralSentence } from "@/lib/incidents/domain/sentence";
import { publicOnce } from "@/lib/incidents/filter/queries";
import { type IncidentScope, redactForExport } from "@/lib/incidents/policy";
import { recordSelect, storedRecord } from "@/lib/incidents/record/queries";
import { changeOf, latestOfEach, type RequestMention, type ToldChange } from "./domain";
import type { AtomQuery, ChangesQuery } from "./schema";

const select = { seq: true, entryId: true, incidentId: true, event: true, at: true } as const;
type Row = { seq: bigint; entryId: bigint; incidentId: number; event: string; at: Date };

/** Changes of public records in the order in which they became visible, so that a reader who goes on from the last one misses none. */
export async function listPublicChanges(scope: IncidentScope, { since = 0, limit }: ChangesQuery): Promise<ToldChange[]> {
  return told(scope, await db().publicChange.findMany({ where: { seq: { gt: since }, incident: publicOnce() }, select, orderBy: { seq: "asc" }, take: limit }));
}

export type LatestChanges = { readonly changes: ToldChange[]; /** Where an older page begins; null at the end. */ readonly before: string | null };

/** Records that changed last, newest first, each once. */
export async function listLatestChanges(scope: IncidentScope, { since = 0, before, limit }: AtomQuery): Promise<LatestChanges> {
  const seq = { gt: since, ...(before === undefined ? {} : { lt: before }) };
  const rows = await db().publicChange.findMany({ where: { seq, incident: publicOnce() }, select, orderBy: { seq: "desc" }, take: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { changes: latestOfEach(await told(scope, page)), before: rows.length > limit && last ? String(last.seq) : null };
}

async function told(scope: IncidentScope, rows: readonly Row[]): Promise<ToldChange[]> {
  const [records, requests] = await Promise.all([findRecords(rows), findRequests(rows)]);
  return rows.flatMap(({ seq, entryId, incidentId, event, at }) => {
    const record = records.get(incidentId);
    if (!record) return [];
    // A feed is read by programs that keep what they read: it leaves the house as a file does.
    const view = redactForExport(scope, record);
    const { id, reference, workflow, notice } = view;
    return [{ cursor: String(seq), at: at.toISOString(), change: changeOf(event), id, reference, workflow, notice, request: requests.get(entryId) ?? null, record: view, sentence: neutralSentence(record.ledger) }];
  });
}

async function findRecords(rows: readonly Row[]) {
  const ids = [...new Set(rows.map(({ incidentId }) => incidentId))];
  const found = await db().incident.findMany({ where: { id: { in: ids } }, select: recordSelect });
  return new Map(found.map((row) => [row.id, storedRecord(row)]));
}

const requestData = z.object({ request: z.string(), outcome: z.string().nullable().default(null) });

async function findRequests(rows: readonly Row[]): Promise<Map<bigint, RequestMention>> {
  const entries = rows.filter(({ event }) => event.startsWith("correction.")).map(({ entryId }) => entryId);
  const found = entries.length === 0 ? [] : await db().auditEntry.findMany({ where: { id: { in: entries } }, select: { id: true, data: true } });
  return new Map(found.map(({ id, data }) => {
    const { request, outcome } = requestData.parse(data);
    return [id, { reference: request, outcome }];
  }));
}
