import { db } from "@/lib/db/client";
import { type CalendarDate, parseCalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";

/** The day, in its own zone, on which the latest agreement that has duties took force: what "since" is counted from unless another day is named. */
export async function findReferenceDay(): Promise<CalendarDate | undefined> {
  const agreement = await db().agreement.findFirst({ where: { obligations: { some: {} } }, select: { signedOn: true, inForceLocal: true }, orderBy: [{ signedOn: "desc" }, { id: "asc" }] });
  return agreement ? (parseCalendarDate((agreement.inForceLocal ?? "").slice(0, 10)) ?? utcDayOf(agreement.signedOn)) : undefined;
}
