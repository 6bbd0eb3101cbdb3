import { entryInputOf } from "@/lib/incidents/schema";
import { editIncident, stale } from "@/lib/incidents/service";
import { refuse } from "@/lib/kernel/result";
import { precondition, staleAnswer } from "@/lib/server/etag";
import { writeRoute } from "@/lib/server/write-route";
import { addClaim, writtenOutcome } from "../../../_operations/incidents";
import { answerWithIncident } from "../../_parts/answer";
import { findToEdit, merged } from "../../_parts/editing";

export const POST = writeRoute(addClaim, {
  outcome: writtenOutcome,
  perform: async ({ request, actor, params, body, now }) => {
    const found = await findToEdit(actor, params.id);
    if (!found.ok) return found;
    const current = found.value;
    if (precondition(request, current.version) === "stale") return refuse(stale(current.version));
    // What came from another record came by a merge, never by being sent.
    const input = merged(current, { claims: [...entryInputOf(current).claims, { ...body, mergedFrom: null }] });
    return input.ok ? editIncident(actor, { id: params.id, expectedVersion: current.version, input: input.value }, now) : input;
  },
  answer: ({ actor }, { id }) => answerWithIncident({ actor, id, status: 201 }),
  refused: (_call, refusal) => staleAnswer(refusal),
});
