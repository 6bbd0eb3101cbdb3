import { db } from "@/lib/db/client";
import { observes } from "@/lib/compliance/domain/coverage";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import type { Presence } from "../domain/watched";

/** From when to when somebody is on record as standing there for a duty: for these duties, or for every one where none is named. */
export async function listPresences(obligations: readonly string[]): Promise<Presence[]> {
  const rows = await db().coverage.findMany({
    where: obligations.length > 0 ? { obligation: { code: { in: [...obligations] } } } : {},
    select: { fromOn: true, toOn: true, level: true, obligation: { select: { code: true } } }, orderBy: [{ fromOn: "asc" }, { id: "asc" }], take: 2000,
  });
  return rows.map(({ fromOn, toOn, level, obligation }) => ({ duty: obligation.code, observes: observes({ level }), fromOn: utcDayOf(fromOn), toOn: toOn === null ? null : utcDayOf(toOn) }));
}
