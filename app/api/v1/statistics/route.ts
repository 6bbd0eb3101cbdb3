import { scopeOf } from "@/lib/incidents/policy";
import { jsonRoute } from "@/lib/server/json-route";
import { getStatistics } from "@/lib/statistics/queries";
import { countStatistics } from "../_operations/statistics";

export const GET = jsonRoute(countStatistics, async ({ actor, query: { by, ...filter }, now }) => {
  const statistics = await getStatistics(scopeOf(actor), filter, { by, now });
  return statistics.ok ? { ok: true, value: { body: statistics.value } } : statistics;
});
