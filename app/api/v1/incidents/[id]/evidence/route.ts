import { z } from "zod";
import { attachEvidence as attach, prepareEvidence } from "@/lib/evidence/attach/service";
import { findEvidence, listEvidence as list } from "@/lib/evidence/queries";
import { evidenceLimitBytes, evidenceStorage } from "@/lib/evidence/storage/service";
import { scopeOf } from "@/lib/incidents/policy";
import { findStoredRecord } from "@/lib/incidents/queries";
import { conflict, notFound } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { uploadRoute } from "@/lib/server/upload-route";
import { attachEvidence, listEvidence } from "../../../_operations/evidence";

export const GET = jsonRoute(listEvidence, async ({ actor, params }) => {
  const scope = scopeOf(actor);
  const record = await findStoredRecord(scope, params.id);
  return record ? ok({ body: { items: await list(scope, record) } }) : refuse(notFound);
});

export const POST = uploadRoute(attachEvidence, {
  limitBytes: evidenceLimitBytes,
  prepare: async ({ actor, params, query, upload, now }) =>
    prepareEvidence(actor, { ...upload, incidentId: params.id, fields: query }, { storage: await evidenceStorage(), limitBytes: evidenceLimitBytes(), now }),
  digest: ({ bytes, described }) => JSON.stringify([bytes.sha256, bytes.originalName, described]),
  outcome: z.object({ id: z.int(), isNew: z.boolean() }),
  perform: async ({ actor, prepared, now }) => attach(actor, prepared, { storage: await evidenceStorage(), now }),
  answer: async ({ actor }, { id, isNew }) => {
    const found = await findEvidence(scopeOf(actor), id);
    if (!found) return refuse(conflict("The record holds this file already."));
    return ok({ status: isNew ? 201 : 200, body: found.view, headers: isNew ? { location: `/api/v1/evidence/${id}` } : {} });
  },
});
