import type { Actor } from "@/lib/kernel/actor";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { csvText } from "@/lib/server/csv-text";
import type { FileAnswer } from "@/lib/server/file-answer";
import { importScopeOf } from "../policy";
import { findImport, streamErrors } from "../queries";
import { errorHeader, errorRow } from "./domain";

/** The records that were held or rejected, as a file that can be mended and brought in again. Streamed; refused for those who may not know of the import. */
export async function errorFile(actor: Actor, id: number): Promise<Result<FileAnswer>> {
  const scope = importScopeOf(actor);
  const run = scope && (await findImport(scope, id));
  if (!run) return refuse(notFound);
  const headers = (run.plan?.headers ?? []).filter((header) => header !== "");
  return ok({ bytes: bytesOf(id, headers), contentType: "text/csv; charset=utf-8", disposition: `attachment; filename="import-${id}-errors.csv"` });
}

async function* bytesOf(id: number, headers: readonly string[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(csvText([errorHeader(headers)]));
  for await (const rows of streamErrors(id)) yield encoder.encode(csvText(rows.map((row) => errorRow(row, headers))));
}
