import { scopeOf } from "@/lib/incidents/policy";
import { listIncidents as listFromDatabase } from "@/lib/incidents/queries";
import { logIncident as log } from "@/lib/incidents/service";
import { ok } from "@/lib/kernel/result";
import { jsonRoute } from "@/lib/server/json-route";
import { writeRoute } from "@/lib/server/write-route";
import { listIncidents, logIncident, writtenOutcome } from "../_operations/incidents";
import { answerWithIncident } from "./_parts/answer";

export const GET = jsonRoute(listIncidents, async ({ actor, query }) => ok({ body: await listFromDatabase(scopeOf(actor), query) }));

export const POST = writeRoute(logIncident, {
  outcome: writtenOutcome,
  perform: ({ actor, body, now }) => log(actor, body, now),
  answer: ({ actor }, { id }) => answerWithIncident({ actor, id, status: 201 }),
});
