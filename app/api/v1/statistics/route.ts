import { scopeOf } from "@/lib/incidents/policy";
import { ok } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { getStatistics } from "@/lib/statistics/queries";
import { countStatistics } from "../_operations/statistics";

export const GET = jsonRoute(countStatistics, async ({ actor, query: { by, ...filter } }) => ok({ body: await getStatistics(scopeOf(actor), filter, by) }));
