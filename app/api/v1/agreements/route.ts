import { listAgreements as listFromDatabase } from "@/lib/agreements/queries";
import { ok } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { listAgreements } from "../_operations/agreements";

export const GET = jsonRoute(listAgreements, async () => ok({ body: { items: await listFromDatabase(), nextCursor: null } }));
