import { appendAudit } from "@/lib/audit/store";
import { transaction } from "@/lib/db/transaction";
import { maySee, scopeOf } from "@/lib/incidents/policy";
import { holdIncident } from "@/lib/incidents/state/service";
import type { Actor } from "@/lib/kernel/actor";
import { forbidden, notFound } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { mayComment, mayDissent } from "./policy";
import type { CommentInput } from "./schema";
import { insertComment } from "./store";

/** Keeps what somebody on the staff says about a record as it stands. It is never changed or taken away; a further comment answers it. */
export async function commentOnIncident(actor: Actor, { id, kind, body }: CommentInput, now: Date): Promise<Result<{ id: number }>> {
  return transaction(async (tx) => {
    const record = await holdIncident(tx, id);
    if (!record || !maySee(scopeOf(actor), record.facts)) return refuse(notFound);
    if (!mayComment(actor, record.facts)) return refuse(forbidden(`Your role, ${actor.role}, does not comment on this record.`));
    if (kind === "DISSENT" && !mayDissent(actor, record.facts)) return refuse(forbidden("Dissent is a reviewer's who neither wrote nor last edited the record; write a comment instead."));
    const comment = await insertComment(tx, { incidentId: id, contentVersion: record.contentVersion, kind, body, authorId: actor.userId, writtenAt: now });
    await appendAudit(tx, { actorId: actor.userId, subject: { type: "incident", id: String(id) }, at: now, event: kind === "DISSENT" ? "incident.dissented" : "incident.commented", data: { comment: comment.id } });
    return ok({ id });
  });
}
