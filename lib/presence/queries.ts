import { db } from "@/lib/db/client";
import { presentSince } from "./domain";

/** Names of the others who have the record's form open at `now`. */
export async function listPresent(incidentId: number, { exceptUserId, now }: { exceptUserId: number; now: Date }): Promise<string[]> {
  const rows = await db().incidentPresence.findMany({
    where: { incidentId, userId: { not: exceptUserId }, seenAt: { gte: presentSince(now) } },
    select: { user: { select: { name: true } } },
    orderBy: { userId: "asc" },
    take: 20,
  });
  return rows.map((row) => row.user.name);
}
