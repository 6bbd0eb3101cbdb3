import { decideStatus as decide } from "@/lib/compliance/decisions/service";
import { writeRoute } from "@/lib/server/write-route";
import { decidedOutcome, decideStatus } from "../../../_operations/decisions";
import { answerWithDecision } from "./_parts/answer";

export const POST = writeRoute(decideStatus, {
  outcome: decidedOutcome,
  perform: ({ actor, params, body, now }) => decide(actor, { ...body, code: params.code }, now),
  answer: (_call, { id }) => answerWithDecision(id, 201),
});
