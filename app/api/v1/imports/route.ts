import { z } from "zod";
import { evidenceStorage } from "@/lib/evidence/storage/service";
import { importLimitBytes, prepareImport } from "@/lib/imports/intake/service";
import { startImport } from "@/lib/imports/service";
import { ok } from "@/lib/kernel/result";
import { uploadRoute } from "@/lib/server/upload-route";
import { createImport } from "../_operations/imports";

export const POST = uploadRoute(createImport, {
  limitBytes: importLimitBytes,
  prepare: async ({ actor, query, upload }) => prepareImport(actor, { ...upload, fields: query }, { storage: await evidenceStorage(), limitBytes: importLimitBytes() }),
  digest: ({ sha256, fileName, fields }) => JSON.stringify([sha256, fileName, fields]),
  outcome: z.object({ id: z.int() }),
  perform: ({ actor, prepared, now }) => startImport(actor, prepared, { now }),
  answer: (_call, { id }) => Promise.resolve(ok({ status: 202, body: { id, status: "UPLOADED" }, headers: { location: `/api/v1/imports/${id}` } })),
});
