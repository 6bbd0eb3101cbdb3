import { db } from "@/lib/db/client";
import type { AuditEvent } from "../domain";

/** When this account did this last; undefined where it never did. */
export async function findLast({ actorId, event }: { actorId: number; event: AuditEvent["event"] }): Promise<Date | undefined> {
  const row = await db().auditEntry.findFirst({ where: { actorId, event }, select: { at: true }, orderBy: { id: "desc" } });
  return row?.at;
}
