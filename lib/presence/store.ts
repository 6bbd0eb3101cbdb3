import { db } from "@/lib/db/client";

/** Notes that the form is open at `now`. Two tabs of one person are one presence. */
export async function noteSeen(incidentId: number, userId: number, now: Date): Promise<void> {
  await db().incidentPresence.upsert({
    where: { incidentId_userId: { incidentId, userId } },
    create: { incidentId, userId, seenAt: now },
    update: { seenAt: now },
    select: { userId: true },
  });
}

/** Takes a presence away: the form was saved or left. */
export async function forgetSeen(incidentId: number, userId: number): Promise<void> {
  await db().incidentPresence.deleteMany({ where: { incidentId, userId } });
}
