import { findExport } from "@/lib/exports/log/queries";
import { manifestOf } from "@/lib/exports/manifest/domain";
import { exportLogScopeOf } from "@/lib/exports/policy";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { getExportManifest } from "../../../_operations/exports";

export const GET = jsonRoute(getExportManifest, async ({ actor, params }) => {
  const facts = await findExport(exportLogScopeOf(actor), params.id);
  return facts ? ok({ body: manifestOf(facts) }) : refuse(notFound);
});
