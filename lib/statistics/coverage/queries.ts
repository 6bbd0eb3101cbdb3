import { db } from "@/lib/db/client";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import type { Presence } from "../domain/watched";

/** From when to when somebody is on record who could see all or part of what a duty is about: of these duties, or of any where none is named. */
export async function listPresences(obligations: readonly string[]): Promise<Presence[]> {
  const rows = await db().coverage.findMany({
    where: { level: { in: ["FULL", "PARTIAL"] }, ...(obligations.length > 0 && { obligation: { code: { in: [...obligations] } } }) },
    select: { fromOn: true, toOn: true }, distinct: ["fromOn", "toOn"], orderBy: [{ fromOn: "asc" }, { id: "asc" }], take: 2000,
  });
  return rows.map(({ fromOn, toOn }) => ({ fromOn: utcDayOf(fromOn), toOn: toOn === null ? null : utcDayOf(toOn) }));
}
