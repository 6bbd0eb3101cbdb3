import { db } from "@/lib/db/client";
import { visible } from "@/lib/incidents/filter/queries";
import type { IncidentScope } from "@/lib/incidents/policy";
import { type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";

/** The days on which the first and the last of the records that the scope may know of began; undefined where there is none. */
export async function findDays(scope: IncidentScope): Promise<{ first: CalendarDate; last: CalendarDate } | undefined> {
  const find = (direction: "asc" | "desc") => db().incident.findFirst({ where: visible(scope), select: { occurredStart: true }, orderBy: [{ occurredStart: direction }, { id: direction }] });
  const [first, last] = await Promise.all([find("asc"), find("desc")]);
  return first && last ? { first: utcDayOf(first.occurredStart), last: utcDayOf(last.occurredStart) } : undefined;
}
