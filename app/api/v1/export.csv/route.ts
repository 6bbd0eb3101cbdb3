import { exportIncidentsCsv } from "@/lib/exports/service";
import { ok } from "@/lib/kernel/result";
import { streamRoute } from "@/lib/server/stream-route";
import { exportCsv } from "../_operations/incidents";

export const GET = streamRoute(exportCsv, async ({ actor, query, now }) => {
  const text = await exportIncidentsCsv(actor, query, now);
  if (!text.ok) return text;
  return ok({ text: text.value, contentType: "text/csv; charset=utf-8", filename: `truce-ledger-incidents-${now.toISOString().slice(0, 10)}.csv` });
});
