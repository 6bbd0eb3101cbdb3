import type { ExportFormat } from "@/lib/codelists/export-format";
import { exportOrderOf } from "@/lib/exports/schema";
import type { IncidentFilter } from "@/lib/incidents/schema";
import { startExport } from "@/lib/exports/service";
import type { Actor } from "@/lib/kernel/actor";
import type { Result } from "@/lib/kernel/result";
import { fileAnswer } from "@/lib/server/file-answer";

type Asked = { request: Request; actor: Actor; query: IncidentFilter; now: Date };

/** The file of this format as an answer, with the way to its manifest. */
export async function exportAnswer(format: ExportFormat, operationId: string, { request, actor, query, now }: Asked): Promise<Result<never> | Response> {
  const file = await startExport(actor, { format, filter: query, order: exportOrderOf(new URL(request.url).searchParams) }, now);
  if (!file.ok) return file;
  const { id, rows, fileName, contentType, bytes } = file.value;
  return fileAnswer(operationId, {
    bytes,
    contentType,
    disposition: `attachment; filename="${fileName}"`,
    headers: { "x-export-id": id, "x-export-rows": String(rows), link: `</api/v1/exports/${id}/manifest>; rel="describedby"; type="application/json"` },
  });
}

/** Text that is at hand whole, as a file. */
export const textAnswer = (text: string, contentType: string): Response =>
  new Response(text, { headers: { "content-type": contentType, "cache-control": "private, no-cache", "x-content-type-options": "nosniff", vary: "authorization, cookie" } });

