import { scopeOf } from "@/lib/incidents/policy";
import { countIncidents as countInDatabase } from "@/lib/incidents/queries";
import { ok } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { countIncidents } from "../../_operations/incidents";

export const GET = jsonRoute(countIncidents, async ({ actor, query }) => ok({ body: await countInDatabase(scopeOf(actor), query) }));
