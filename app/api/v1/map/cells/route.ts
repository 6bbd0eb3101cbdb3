import { scopeOf } from "@/lib/incidents/policy";
import { ok } from "@/lib/kernel/result";
import { listCells } from "@/lib/map/cells/queries";
import { jsonRoute } from "@/lib/server/json-route";
import { listMapCells } from "../../_operations/map";

export const GET = jsonRoute(listMapCells, async ({ actor, query }) => ok({ body: await listCells(scopeOf(actor), query) }));
