import type { Tx } from "@/lib/db/transaction";
import type { AuditEvent, AuditSubject } from "./domain";

/** Appends one entry inside the caller's transaction: the change and its trace are kept together or not at all. */
export async function appendAudit(tx: Tx, entry: { actorId: number | null; subject: AuditSubject; at: Date } & AuditEvent): Promise<void> {
  await tx.auditEntry.create({
    data: {
      at: entry.at,
      actorId: entry.actorId,
      event: entry.event,
      subjectType: entry.subject.type,
      subjectId: entry.subject.id,
      data: entry.data,
    },
  });
}
