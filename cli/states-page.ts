import { getBoard, type Board } from "@/lib/compliance/queries";
import { calendarDate, endOfUtcDay } from "@/lib/kernel/calendar-date";
import { statesDocument } from "./states-document";

/**
 * Ten days on which the reference data has something to say: the posts just placed, the day after Agdam and after Kalbajar, the first
 * recorded violations, a death in a quiet year, the corridor closed, restricted, the operation, the force leaving, and today's data.
 */
const days = ["2020-11-16", "2020-11-21", "2020-11-26", "2020-12-16", "2021-10-10", "2022-12-20", "2023-06-16", "2023-09-21", "2024-05-01", "2026-11-24"].map(calendarDate);

/** The page of states from the database, each day by all that is known and by what was known at its end; undefined without any duty. */
export async function statesPage(): Promise<string | undefined> {
  const pairs: { knownNow: Board; knownThen: Board }[] = [];
  for (const asOf of days) pairs.push({ knownNow: await getBoard({ asOf }), knownThen: await getBoard({ asOf, knownAt: endOfUtcDay(asOf) }) });
  return pairs.every(({ knownNow }) => knownNow.items.length === 0) ? undefined : statesDocument(pairs);
}
