import { scopeOf } from "@/lib/incidents/policy";
import { ok } from "@/lib/kernel/result";
import { findJumpTargets } from "@/lib/palette/queries";
import { jsonRoute } from "@/lib/server/json-route";
import { searchEverything } from "../_operations/search";

export const GET = jsonRoute(searchEverything, async ({ actor, query }) => ok({ body: await findJumpTargets(scopeOf(actor), query.q) }));
