import { listLikeRecords } from "@/lib/duplicates/queries";
import { scopeOf } from "@/lib/incidents/policy";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { listDuplicates } from "../../../_operations/duplicates";

export const GET = jsonRoute(listDuplicates, async ({ actor, params }) => {
  const items = await listLikeRecords(scopeOf(actor), params.id);
  return items ? ok({ body: { items } }) : refuse(notFound);
});
