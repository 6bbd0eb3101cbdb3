import { z } from "zod";
import { unmergeIncidents } from "@/lib/duplicates/service";
import { writeRoute } from "@/lib/server/write-route";
import { unmergeIncident } from "../../../_operations/duplicates";
import { answerWithIncident } from "../../_parts/answer";

export const POST = writeRoute(unmergeIncident, {
  outcome: z.object({ id: z.int() }),
  perform: ({ actor, params, body, now }) => unmergeIncidents(actor, { ...body, id: params.id }, now),
  answer: ({ actor }, { id }) => answerWithIncident({ actor, id, status: 200 }),
});
