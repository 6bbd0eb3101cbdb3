import { z } from "zod";
import { mergeIncidents } from "@/lib/duplicates/service";
import { writeRoute } from "@/lib/server/write-route";
import { mergeIncident } from "../../../_operations/duplicates";
import { answerWithIncident } from "../../_parts/answer";

export const POST = writeRoute(mergeIncident, {
  outcome: z.object({ id: z.int() }),
  perform: ({ actor, params, body, now }) => mergeIncidents(actor, { ...body, id: params.id }, now),
  answer: ({ actor }, { id }) => answerWithIncident({ actor, id, status: 200 }),
});
