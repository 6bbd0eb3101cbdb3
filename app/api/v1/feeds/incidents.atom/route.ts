import { incidentsAtom } from "@/lib/feeds/pipeline";
import { listLatestChanges } from "@/lib/feeds/queries";
import { scopeOf } from "@/lib/incidents/policy";
import { conditionalText } from "@/lib/server/conditional-text";
import { jsonRoute } from "@/lib/server/json-route";
import { siteOf } from "@/lib/server/site";
import { readIncidentsAtom } from "../../_operations/feeds";
import { feedAddress, linkHeader } from "../_parts/address";

const path = "/api/v1/feeds/incidents.atom";

export const GET = jsonRoute(readIncidentsAtom, async ({ request, actor, query, now }) => {
  const { changes, before } = await listLatestChanges(scopeOf(actor), query);
  const base = siteOf(request);
  const self = `${base}${feedAddress(path, request)}`;
  const next = before === null ? undefined : `${base}${feedAddress(path, request, { before })}`;
  const newest = changes[0];
  const answer = { text: incidentsAtom(changes, { base, self }), contentType: "application/atom+xml; charset=utf-8", changedAt: newest && new Date(newest.at), headers: linkHeader(next) };
  return conditionalText(request, answer, now);
});
