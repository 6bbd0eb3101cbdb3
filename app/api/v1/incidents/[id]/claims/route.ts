import { mayLogIncident, scopeOf } from "@/lib/incidents/policy";
import { findIncident } from "@/lib/incidents/queries";
import { entryInputOf } from "@/lib/incidents/schema";
import { editIncident, stale } from "@/lib/incidents/service";
import { forbidden, notFound } from "@/lib/kernel/refusal";
import { refuse } from "@/lib/kernel/result";
import { precondition, preconditionFailed } from "@/lib/server/etag";
import { writeRoute } from "@/lib/server/write-route";
import { addClaim, writtenOutcome } from "../../../_operations/incidents";
import { answerWithIncident } from "../../_parts/answer";
import { merged } from "../../_parts/merged";

export const POST = writeRoute(addClaim, {
  outcome: writtenOutcome,
  perform: async ({ request, actor, params, body, now }) => {
    const current = await findIncident(scopeOf(actor), params.id);
    if (!current) return refuse(notFound);
    if (!mayLogIncident(actor)) return refuse(forbidden(`Your role, ${actor.role}, does not edit records.`));
    if (precondition(request, current.version) === "stale") return refuse(stale(current.version));
    // What came from another record came by a merge, never by being sent.
    const input = merged(current, { claims: [...entryInputOf(current).claims, { ...body, mergedFrom: null }] });
    return input.ok ? editIncident(actor, { id: params.id, expectedVersion: current.version, input: input.value }, now) : input;
  },
  answer: ({ actor }, { id }) => answerWithIncident({ actor, id, status: 201 }),
  refused: (_call, refusal) => (refusal.kind === "conflict" && refusal.currentVersion !== undefined ? preconditionFailed(refusal.currentVersion) : undefined),
});
