import { changesNdjson } from "@/lib/feeds/pipeline";
import { listPublicChanges } from "@/lib/feeds/queries";
import { scopeOf } from "@/lib/incidents/policy";
import { conditionalText } from "@/lib/server/conditional-text";
import { jsonRoute } from "@/lib/server/json-route";
import { siteOf } from "@/lib/server/site";
import { readChanges } from "../../_operations/feeds";
import { feedAddress, linkHeader } from "../_parts/address";

const path = "/api/v1/feeds/changes.ndjson";

export const GET = jsonRoute(readChanges, async ({ request, actor, query, now }) => {
  const changes = await listPublicChanges(scopeOf(actor), query);
  const last = changes.at(-1);
  // Where to go on from is always told: with nothing new, from where the caller is.
  const since = last?.cursor ?? String(query.since ?? 0);
  const headers = linkHeader(`${siteOf(request)}${feedAddress(path, request, { since })}`);
  return conditionalText(request, { text: changesNdjson(changes), contentType: "application/x-ndjson; charset=utf-8", changedAt: last && new Date(last.at), headers }, now);
});
