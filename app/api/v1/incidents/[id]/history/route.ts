import { listVersions, type VersionStep } from "@/lib/incidents/history/versions/queries";
import { scopeOf } from "@/lib/incidents/policy";
import { listIncidentHistory } from "@/lib/incidents/queries";
import { notFound } from "@/lib/kernel/refusal";
import { ok, refuse } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { listHistory } from "../../../_operations/incidents";

const detailOf = (step: VersionStep | undefined) => ({ changes: step?.changes ?? null, withheld: step?.isWithheld ?? true, review: step?.review ?? null });

export const GET = jsonRoute(listHistory, async ({ actor, params }) => {
  const scope = scopeOf(actor);
  const [items, versions] = await Promise.all([listIncidentHistory(scope, params.id), listVersions(scope, params.id)]);
  if (!items || !versions) return refuse(notFound);
  return ok({ body: { items: items.map((item) => ({ ...item, ...detailOf(versions.find(({ version }) => version === item.version)) })) } });
});
