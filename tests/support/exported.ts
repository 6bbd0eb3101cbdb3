// Takes a file out as the routes do, and keeps what left.
import type { ExportFormat } from "@/lib/codelists/export-format";
import { exportFilterFromSearchParams } from "@/lib/exports/schema";
import { startExport, type StartedExport } from "@/lib/exports/service";
import type { Actor } from "@/lib/kernel/actor";
import { fixedNow } from "./incident-builders";
import { must } from "./incident-world";

export const started = async (actor: Actor, format: ExportFormat, query = ""): Promise<StartedExport> =>
  must(await startExport(actor, { format, ...must(exportFilterFromSearchParams(new URLSearchParams(query))) }, fixedNow));

/** The whole file. */
export async function exportedBytes(actor: Actor, format: ExportFormat, query = ""): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of (await started(actor, format, query)).bytes) parts.push(part);
  return Buffer.concat(parts);
}

export const exportedText = async (actor: Actor, format: ExportFormat, query = ""): Promise<string> => (await exportedBytes(actor, format, query)).toString("utf8");
