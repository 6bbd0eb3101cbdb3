import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { type BoardFact, isBreach, lastDayOf } from "./record";

const beginnings: readonly string[] = ["STARTED", "PARTLY_DONE", "DONE", "REOPENED"];
const fulfilments: readonly string[] = ["FULFILMENT", "PARTIAL_FULFILMENT"];

/** A step towards keeping a duty. A breach or an obstruction never is one, whatever its effect. */
const isStep = (fact: BoardFact): boolean => !isBreach(fact) && (beginnings.includes(fact.effect) || fulfilments.includes(fact.relation));

/** The day from which a step counts: its first, or the last of a span within which it lies. */
const stepDay = (fact: BoardFact): CalendarDate => (fact.isDayUncertain ? lastDayOf(fact) : fact.occurredStart);

/** The first counted record that a duty was begun or kept, and the day from which it says so; `facts` are counted ones. */
export function beginningOf(facts: readonly BoardFact[]): { fact: BoardFact; on: CalendarDate } | undefined {
  const [first] = facts.filter(isStep).map((fact) => ({ fact, on: stepDay(fact) })).sort((a, b) => a.on.localeCompare(b.on, "en"));
  return first;
}

/** The first counted record that the object of a duty is in place as a whole, and the day. */
export function completionOf(facts: readonly BoardFact[]): { fact: BoardFact; on: CalendarDate } | undefined {
  const [first] = facts.filter((fact) => isStep(fact) && fact.effect === "DONE").map((fact) => ({ fact, on: lastDayOf(fact) })).sort((a, b) => a.on.localeCompare(b.on, "en"));
  return first;
}
