import { scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { stale } from "@/lib/incidents/service";
import { notFound } from "@/lib/kernel/refusal";
import { refuse } from "@/lib/kernel/result";
import { transitionIncident as takeStep } from "@/lib/reviews/service";
import { precondition, staleAnswer } from "@/lib/server/etag";
import { writeRoute } from "@/lib/server/write-route";
import { transitionIncident, writtenOutcome } from "../../../_operations/incidents";
import { answerWithIncident } from "../../_parts/answer";

export const POST = writeRoute(transitionIncident, {
  outcome: writtenOutcome,
  perform: async ({ request, actor, params, body, now }) => {
    const current = await findIncident(scopeOf(actor), params.id);
    if (!current) return refuse(notFound);
    const standing = precondition(request, current.version);
    if (standing === "stale") return refuse(stale(current.version));
    return takeStep(actor, { ...body, id: params.id, expectedVersion: standing === "current" ? current.version : undefined }, now);
  },
  // `correct` opens a new record, which is what the caller goes on with.
  answer: ({ actor, body }, { id }) => answerWithIncident({ actor, id, status: body.command === "correct" ? 201 : 200 }),
  refused: (_call, refusal) => staleAnswer(refusal),
});
