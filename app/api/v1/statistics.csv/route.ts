import { scopeOf } from "@/lib/incidents/policy";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { ok } from "@/lib/kernel/result";
import { streamRoute } from "@/lib/server/stream-route";
import { statisticsCsv } from "@/lib/statistics/pipeline";
import { getStatistics } from "@/lib/statistics/queries";
import { exportStatistics } from "../_operations/statistics";

export const GET = streamRoute(exportStatistics, async ({ actor, query: { by, ...filter }, now }) => {
  const statistics = await getStatistics(scopeOf(actor), filter, { by, now, isForFile: true });
  if (!statistics.ok) return statistics;
  const text = new Blob([...statisticsCsv(statistics.value)]).stream().pipeThrough(new TextDecoderStream());
  return ok({ text, contentType: "text/csv; charset=utf-8", filename: `truce-ledger-statistics-${by.join("-")}-${utcDayOf(now)}.csv` });
});
