// Imports without a real file format: a reader that gives the rows it was made with, through the product's own services.
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { evidenceStorage } from "@/lib/evidence/storage/service";
import type { ImportPlan } from "@/lib/imports/domain/plan";
import type { ImportedIncident, ImportRow } from "@/lib/imports/domain/row";
import { prepareImport } from "@/lib/imports/intake/service";
import { readRun, writeRun } from "@/lib/imports/run/service";
import { importUploadFields } from "@/lib/imports/schema";
import { requestCommit, startImport } from "@/lib/imports/service";
import type { Reader } from "@/lib/imports/staging/service";
import { findRun } from "@/lib/imports/store";
import { canonicalJson } from "@/lib/kernel/canonical-json";
import type { Actor } from "@/lib/kernel/actor";
import { anIncidentInput, fixedNow } from "./incident-builders";
import { must } from "./incident-world";

export const aPlan = (over: Partial<ImportPlan> = {}): ImportPlan => ({
  container: "csv", format: "truce", encoding: "UTF-8", delimiter: ",", decimalSign: ".", dateOrder: "YMD", headers: ["external_id", "event_date", "title"], map: { external_id: "external_id", event_date: "event_date", title: "title" },
  ignored: [], notes: [{ code: "delimiter_detected", message: "Fields are parted by a comma." }], questions: [], ...over,
});

const bulletin = { url: "https://www.example.invalid/b#top", publisher: "A bulletin", publishedOn: "2022-03-26", reliability: null };
const report = { url: "https://example.invalid/report?utm_source=x", publisher: null, publishedOn: "2022-03-27", reliability: "B" };

/** An incident as a reader gives it: with one source that is on the register and one that is not. */
export function anImportedIncident(over: Record<string, unknown> = {}): ImportedIncident {
  const { claims, casualties, sources: _none, ...input } = anIncidentInput({
    casualties: [{ outcome: "KILLED", status: "COMBATANT", side: "NK", low: 1, best: 2, high: 3 }],
    observations: [{ kind: "EXPLOSION", means: "HEARD", direction: "INCOMING", countBest: 3 }],
    ...over,
  });
  return { ...input, claims: claims.map((claim) => ({ ...claim, source: bulletin })), casualties: casualties.map((row) => ({ ...row, source: report })), sources: [report, bulletin] };
}

type RowOver = Partial<Omit<ImportRow, "incident">> & { incident?: Record<string, unknown> | null };

/** A row that is accepted, unless said otherwise. Rows are on different days, so that none looks like another. */
export function anImportRow(record: number, { incident = {}, ...over }: RowOver = {}): ImportRow {
  const externalId = over.externalId === undefined ? `X-${record}` : over.externalId;
  const start = new Date(Date.UTC(2021, 0, record)).toISOString().slice(0, 10);
  const made = incident === null ? null : anImportedIncident({ externalId, title: `Event ${record} reported`, occurred: { start }, ...incident });
  return {
    record, result: "accepted", reasons: [], externalId, incident: made, cells: { external_id: externalId ?? "", event_date: start, title: `Event ${record} reported` },
    digest: createHash("sha256").update(canonicalJson(made ?? over.cells ?? record)).digest("hex"), ...over,
  };
}

/** A reader of these rows, whatever is in the file. */
export const readerOf = (rows: readonly ImportRow[], plan: Partial<ImportPlan> = {}): Reader => ({
  planImport: () => Promise.resolve({ ok: true, value: aPlan(plan) }),
  async *readImport() {
    yield* await Promise.resolve(rows);
  },
});

/** Puts some bytes on record as the file of an import that nobody has read yet. */
export async function broughtIn(actor: Actor, fields: Record<string, unknown> = {}): Promise<number> {
  const bytes = Readable.from([new TextEncoder().encode(`any file ${Math.random()}`)]) as AsyncIterable<Uint8Array>;
  const prepared = must(await prepareImport(actor, { fields: importUploadFields.parse(fields), fileName: "file.csv", bytes }, { storage: await evidenceStorage(), limitBytes: 1_000_000 }));
  return must(await startImport(actor, prepared, { now: fixedNow, isQueued: false })).id;
}

/** Brings these rows in and has them read; returns the import. */
export async function readIn(actor: Actor, rows: readonly ImportRow[], { plan = {}, ...fields }: Record<string, unknown> & { plan?: Partial<ImportPlan> } = {}): Promise<number> {
  const id = await broughtIn(actor, fields);
  await readRun({ importId: id, reading: 1 }, { now: fixedNow, reader: readerOf(rows, plan) });
  return id;
}

/** Has an import written that was read. */
export async function written(actor: Actor, id: number, now: Date = fixedNow) {
  must(await requestCommit(actor, { id }, { now, isQueued: false }));
  return writeRun({ importId: id, reading: (await findRun(id))?.reading ?? 0 }, now);
}

/** Brings rows in, reads and writes them. */
export async function imported(actor: Actor, rows: readonly ImportRow[], fields: Record<string, unknown> & { plan?: Partial<ImportPlan> } = {}): Promise<number> {
  const id = await readIn(actor, rows, fields);
  must(await written(actor, id));
  return id;
}
