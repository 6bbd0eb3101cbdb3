import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { findReport } from "@/lib/reports/queries";
import { jsonRoute } from "@/lib/server/json-route";
import { getReport } from "../../_operations/reports";

export const GET = jsonRoute(getReport, async ({ actor, params }) => {
  const report = await findReport(actor, params.id);
  return report ? ok({ body: report }) : refuse(notFound);
});
