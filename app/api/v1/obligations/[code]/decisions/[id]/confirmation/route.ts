import { giveSecondWord as give } from "@/lib/compliance/decisions/service";
import { writeRoute } from "@/lib/server/write-route";
import { decidedOutcome, giveSecondWord } from "../../../../../_operations/decisions";
import { answerWithDecision } from "../../_parts/answer";

export const POST = writeRoute(giveSecondWord, {
  outcome: decidedOutcome,
  perform: ({ actor, params, body, now }) => give(actor, { ...body, ...params }, now),
  answer: (_call, { id }) => answerWithDecision(id, 200),
});
