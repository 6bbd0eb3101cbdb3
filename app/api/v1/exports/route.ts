import { listExports } from "@/lib/exports/log/queries";
import { exportLogScopeOf } from "@/lib/exports/policy";
import { ok } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { listExports as facts } from "../_operations/exports";

export const GET = jsonRoute(facts, async ({ actor, query, now }) => ok({ body: await listExports(exportLogScopeOf(actor), query, now) }));
