import { importAgreement as importFile, previewAgreement } from "@/lib/agreements/file/service";
import { listAgreements as listFromDatabase } from "@/lib/agreements/queries";
import { ok } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { writeRoute } from "@/lib/server/write-route";
import { importAgreement, importOutcome } from "../_operations/agreement-files";
import { listAgreements } from "../_operations/agreements";

export const GET = jsonRoute(listAgreements, async () => ok({ body: { items: await listFromDatabase(), nextCursor: null } }));

export const POST = writeRoute(importAgreement, {
  outcome: importOutcome,
  perform: async ({ actor, bodyText, query, now }) => {
    const dryRun = query.dryRun === "true";
    if (dryRun) {
      const preview = await previewAgreement(actor, bodyText, now);
      return preview.ok ? ok({ dryRun, report: preview.value.report, errors: preview.value.errors }) : preview;
    }
    const done = await importFile(actor, bodyText, now);
    return done.ok ? ok({ dryRun, report: done.value, errors: [] }) : done;
  },
  answer: (_call, outcome) => {
    const isNew = !outcome.dryRun && outcome.report?.outcome === "CREATED";
    return Promise.resolve(ok({ status: isNew ? 201 : 200, body: outcome, headers: isNew && outcome.report ? { location: `/api/v1/agreements/${outcome.report.code}` } : {} }));
  },
});
