import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { type BoardFact, certainDayOf, isBreach, lastDayOf } from "./record";

const beginnings: readonly string[] = ["STARTED", "PARTLY_DONE", "DONE", "REOPENED"];
const fulfilments: readonly string[] = ["FULFILMENT", "PARTIAL_FULFILMENT"];

/** A step towards keeping a duty. A breach or an obstruction never is one, whatever its effect. */
export const isStep = (fact: BoardFact): boolean => !isBreach(fact) && (beginnings.includes(fact.effect) || fulfilments.includes(fact.relation));

export type Step = { readonly fact: BoardFact; readonly on: CalendarDate };

const firstOf = (steps: readonly Step[], asOf: CalendarDate): Step | undefined => steps.filter((step) => step.on <= asOf).sort((a, b) => a.on.localeCompare(b.on, "en"))[0];

/** The first of the counted records that a duty was begun or kept, with the day from which it says so. */
export const beginningOf = (facts: readonly BoardFact[], asOf: CalendarDate): Step | undefined => firstOf(facts.filter(isStep).map((fact) => ({ fact, on: certainDayOf(fact) })), asOf);

/** The first of the counted records that the object of a duty is in place as a whole, with the day. */
export const completionOf = (facts: readonly BoardFact[], asOf: CalendarDate): Step | undefined =>
  firstOf(facts.filter((fact) => isStep(fact) && fact.effect === "DONE").map((fact) => ({ fact, on: lastDayOf(fact) })), asOf);
