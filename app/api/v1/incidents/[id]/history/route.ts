import { scopeOf } from "@/lib/incidents/policy";
import { listIncidentHistory } from "@/lib/incidents/queries";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { listHistory } from "../../../_operations/incidents";

export const GET = jsonRoute(listHistory, async ({ actor, params }) => {
  const items = await listIncidentHistory(scopeOf(actor), params.id);
  return items ? ok({ body: { items } }) : refuse(notFound);
});
