import { randomUUID } from "node:crypto";
import { appendAudit } from "@/lib/audit/store";
import { type ExportFormat, exportFormatOf } from "@/lib/codelists/export-format";
import { transaction } from "@/lib/db/transaction";
import { filterAsked } from "@/lib/incidents/filter/schema";
import { mayExport, scopeOf } from "@/lib/incidents/policy";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, forbidden } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { shapeOf } from "./dictionary/domain";
import { insertExport } from "./log/store";
import { type ExportFacts, manifestOf } from "./manifest/domain";
import { encoders } from "./pipeline";
import { openReading, type Reading } from "./reading/queries";
import type { ExportFilter } from "./schema";
import { sentFile } from "./sending/service";

/** Lines that the database writes come in larger pages than records that are taken apart here. Two pages are held at a time, so a page is some megabyte. */
const pageSizes: Record<ExportFormat, number> = { csv: 2000, hxl: 2000, xlsx: 500, geojson: 500, ndjson: 500 };

/** A file under way. Whoever reads `bytes` to the end gets all of it; whoever goes away ends it, and the log says so. */
export type StartedExport = { id: string; rows: number; fileName: string; contentType: string; bytes: AsyncIterable<Uint8Array> };

/**
 * The filtered list as a file of this format, as far as the actor may read it: the records of one moment, by the list's own
 * filters and policy. The log's entry and the audit's are written before the first byte leaves, so that nothing is taken out without a
 * trace; the digest of the bytes follows when the last one has left. Memory is flat in the number of records.
 */
export async function startExport(actor: Actor, { format, ...filter }: ExportFilter & { format: ExportFormat }, now: Date): Promise<Result<StartedExport>> {
  if (!mayExport(actor)) return refuse(forbidden(`Your role, ${actor.role}, does not export.`));
  const reading = await openReading(scopeOf(actor), filter, pageSizes[format]);
  if (!reading) return refuse(conflict("Other files are on their way out at the moment; try again in a minute."));
  const facts = factsOf(actor, { format, filter, reading, now });
  const recorded = await record(facts, actor).catch((error: unknown) => {
    reading.close();
    throw error;
  });
  if (!recorded.ok) {
    reading.close();
    return recorded;
  }
  const bytes = sentFile(encoders[format](reading, manifestOf(facts)), { id: facts.id, close: () => reading.close() });
  return ok({ id: facts.id, rows: reading.rows, fileName: facts.fileName, contentType: exportFormatOf(format).mediaType, bytes });
}

/** What the file is, before any of it was sent. */
function factsOf(actor: Actor, { format, filter, reading, now }: { format: ExportFormat; filter: ExportFilter; reading: Reading; now: Date }): ExportFacts {
  return {
    id: randomUUID(),
    format,
    fileName: `truce-ledger-incidents-${now.toISOString().slice(0, 10)}.${exportFormatOf(format).suffix}`,
    filter: { ...filterAsked(filter.filter), sort: [filter.order] },
    role: actor.role,
    asOf: reading.asOf,
    ...shapeOf(format),
    rowsExpected: reading.rows,
    rowsSent: 0,
    rowsRedacted: 0,
    rowsRestricted: reading.restricted,
    auditHead: reading.auditHead,
    startedAt: now,
    outcome: null,
    endedAt: null,
    bytes: null,
    sha256: null,
  };
}

/** The entry of the log and that of the audit, both or neither. */
const record = (facts: ExportFacts, actor: Actor): Promise<Result<undefined>> =>
  transaction(async (tx) => {
    await insertExport(tx, { ...facts, actorId: actor.userId });
    await appendAudit(tx, {
      actorId: actor.userId,
      subject: { type: "export", id: facts.id },
      at: facts.startedAt,
      event: "incident.exported",
      data: { format: facts.format, filter: facts.filter, rows: facts.rowsExpected },
    });
    return ok(undefined);
  });
