import { addDays, type CalendarDate } from "@/lib/kernel/calendar-date";
import { type BoardFact, certainDayOf, isBreach, isVerified, statedEndOf } from "./record";

/** A closure or a restriction: its last day on record, or null while no counted record ends it. */
export type Disruption = {
  readonly fact: BoardFact;
  readonly isClosure: boolean;
  /** A closure at V4 or above: what is to be kept up was not kept up, whoever closed it. */
  readonly isGrave: boolean;
  readonly lastOn: CalendarDate | null;
};

/**
 * Every closure and restriction that the counted records tell of. One ends the day before a later record of reopening, or on
 * the last day that its own record gives. A breach is never read as a reopening, and never ends another record's closure.
 */
export function disruptionsOf(facts: readonly BoardFact[]): Disruption[] {
  const reopenings = facts.filter((fact) => fact.effect === "REOPENED" && !isBreach(fact)).map(certainDayOf);
  return facts
    .filter((fact) => fact.effect === "CLOSED" || fact.effect === "RESTRICTED")
    .map((fact) => {
      const reopened = reopenings.filter((day) => day > fact.occurredStart).sort()[0];
      const ends = [statedEndOf(fact), reopened === undefined ? null : addDays(reopened, -1)].filter((day) => day !== null);
      const isClosure = fact.effect === "CLOSED";
      return { fact, isClosure, isGrave: isClosure && isVerified(fact), lastOn: ends.sort()[0] ?? null };
    });
}

/** Whether a disruption was under way on a day. */
export const isOpenOn = ({ fact, lastOn }: Disruption, day: CalendarDate): boolean => fact.occurredStart <= day && (lastOn === null || lastOn >= day);
