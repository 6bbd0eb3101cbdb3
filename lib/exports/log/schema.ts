import { z } from "zod";
import { exportFormatCodes } from "@/lib/codelists/export-format";

/** A file's number in the log. */
export const exportId = z.uuid().meta({ description: "The file's number: `X-Export-Id` of the answer that sent it." });

/** A page of the log, as an address asks for it. */
export const exportLogFilter = z.strictObject({
  cursor: z
    .string()
    .max(200)
    .refine((text) => exportCursorOf(text) !== undefined, { error: "The cursor is not one that this list gave; begin again without it." })
    .optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ExportLogFilter = z.output<typeof exportLogFilter>;

export type ExportCursor = { startedAt: string; id: string };

/** The place in the log after which the next page begins, in a form that nobody is meant to read. */
export const exportCursorText = ({ startedAt, id }: ExportCursor): string => btoa(`${startedAt} ${id}`).replaceAll("=", "");

/** The place that a cursor names, or undefined where this product made no such cursor. */
export function exportCursorOf(text: string): ExportCursor | undefined {
  let plain: string;
  try {
    plain = atob(text);
  } catch {
    return undefined;
  }
  const [startedAt = "", id = ""] = plain.split(" ");
  return z.iso.datetime().safeParse(startedAt).success && z.uuid().safeParse(id).success ? { startedAt, id } : undefined;
}

/** An entry of the log as it is read. */
export const exportEntry = z
  .object({
    id: z.uuid(),
    format: z.enum(exportFormatCodes),
    fileName: z.string(),
    filter: z.record(z.string(), z.array(z.string())),
    by: z.object({ id: z.int(), name: z.string() }).meta({ description: "Who took it out." }),
    role: z.string(),
    asOf: z.iso.datetime(),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    state: z.enum(["complete", "broken-off", "under-way", "lost"]).meta({ description: "`lost`: nothing was heard of it for an hour; the process that sent it is gone." }),
    rows: z.int(),
    rowsSent: z.int(),
    bytes: z.int().nullable(),
    sha256: z.string().nullable(),
  })
  .meta({ id: "Export" });
export type ExportEntry = z.output<typeof exportEntry>;
