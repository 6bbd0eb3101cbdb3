import { addDays, type CalendarDate, daysBetween } from "@/lib/kernel/calendar-date";
import type { BoardSubject } from "./board";
import { isObservedOn } from "./coverage";
import { inWords } from "./day-text";
import { type Disruption, disruptionsOf, isOpenOn } from "./disruptions";
import { endedBase, overtakenReason } from "./ended-base";
import { beginningOf, type Step } from "./evidence";
import type { AssessmentContext } from "./obligation";
import { because, becauseOf, type Reason } from "./reason";
import { type BoardFact, decidingFacts } from "./record";

export type Condition = "OPEN" | "RESTRICTED" | "CLOSED" | "UNKNOWN";

/** A span of days on which what must be kept up stood alike. */
export type ConditionInterval = {
  readonly condition: Condition;
  readonly fromOn: CalendarDate;
  /** The last day of the span; null where the span still runs on the day that was asked for. */
  readonly toOn: CalendarDate | null;
  /** Days of the span up to the day that was asked for, both ends counted. */
  readonly days: number;
  /** Never empty; the deciding reason comes first. */
  readonly because: readonly Reason[];
};

type DayAnswer = Pick<ConditionInterval, "condition" | "because">;

/**
 * How the object of a standing duty stood, from the duty's first day to `asOf`, without a gap: closed or restricted by a counted
 * record, open where somebody could observe and nothing of the kind is on record, else unknown. Closed comes before restricted.
 * Once the object has ended, alone or with the duty that it
 * rests on, nothing is told of it. A duty that waits for its condition, or begins later, has no interval.
 */
export function conditionIntervals({ input, records }: Pick<BoardSubject, "input" | "records">, context: AssessmentContext): ConditionInterval[] {
  const { startsOn } = input;
  const { asOf, coverage } = context;
  if (startsOn === null || asOf < startsOn) return [];
  const facts = decidingFacts(records, asOf);
  const disruptions = disruptionsOf(facts);
  const end = endOf(facts, context);
  const begun = beginningOf(facts, asOf);
  const answerOn = (day: CalendarDate): DayAnswer => {
    if (end && day >= end.on) return { condition: "UNKNOWN", because: [end.reason] };
    return disruptedOn(disruptions, day) ?? calmOn(day, coverage.some((interval) => isObservedOn(interval, day)), begun);
  };
  // The answer can change on these days only.
  const edges = [
    startsOn,
    ...disruptions.flatMap(({ fact, lastOn }) => [fact.occurredStart, ...(lastOn === null ? [] : [addDays(lastOn, 1)])]),
    ...coverage.flatMap(({ fromOn, toOn }) => [fromOn, ...(toOn === null ? [] : [addDays(toOn, 1)])]),
    ...(end ? [end.on] : []),
    ...(begun ? [begun.on] : []),
  ];
  const days = [...new Set(edges)].filter((day) => day >= startsOn && day <= asOf).sort();
  return merged(days.map((day) => ({ day, ...answerOn(day) })), asOf);
}

/** The day on which the object ended, by a record of its own or with the duty that it rests on. */
function endOf(facts: readonly BoardFact[], { dependencies }: AssessmentContext): { on: CalendarDate; reason: Reason } | undefined {
  const ended = facts.find((fact) => fact.effect === "ENDED");
  if (ended) return { on: ended.occurredStart, reason: becauseOf("SP4", ended, `Ended on ${inWords(ended.occurredStart)}: ${ended.label}`) };
  const base = endedBase(dependencies);
  return base ? { on: base.endedOn, reason: overtakenReason(base) } : undefined;
}

function disruptedOn(disruptions: readonly Disruption[], day: CalendarDate): DayAnswer | undefined {
  const open = disruptions.filter((entry) => isOpenOn(entry, day));
  const deciding = open.some((entry) => entry.isClosure) ? open.filter((entry) => entry.isClosure) : open;
  if (deciding.length === 0) return undefined;
  const words = (entry: Disruption): string => {
    const until = entry.lastOn === null ? "no later record of reopening" : `to ${inWords(entry.lastOn)}`;
    return `${entry.isClosure ? "Closed" : "Restricted"} from ${inWords(entry.fact.occurredStart)}, ${until}: ${entry.fact.label}`;
  };
  const reasons = deciding.map((entry) => becauseOf(entry.isGrave ? "SP1" : "SP2", entry.fact, words(entry)));
  return { condition: deciding.some((entry) => entry.isClosure) ? "CLOSED" : "RESTRICTED", because: reasons };
}

function calmOn(day: CalendarDate, isObserved: boolean, begun: Step | undefined): DayAnswer {
  if (!isObserved) return { condition: "UNKNOWN", because: [because("SP7", `From ${inWords(day)}: nobody able to observe on record, and no closure or restriction.`, day)] };
  if (begun === undefined || begun.on > day) return { condition: "UNKNOWN", because: [because("SP6", `From ${inWords(day)}: no counted record yet that it was begun or kept up.`, day)] };
  return { condition: "OPEN", because: [because("SP7", `From ${inWords(day)}: observed, and no closure or restriction on record.`, day)] };
}

/** Neighbours that stand alike become one span; it keeps the reasons of its first day and any further record named later. */
function merged(answers: readonly (DayAnswer & { day: CalendarDate })[], asOf: CalendarDate): ConditionInterval[] {
  const spans: (DayAnswer & { day: CalendarDate })[] = [];
  for (const answer of answers) {
    const last = spans.at(-1);
    if (last?.condition !== answer.condition) spans.push(answer);
    else spans[spans.length - 1] = { ...last, because: [...last.because, ...answer.because.filter((reason) => reason.recordId !== undefined && !last.because.some((told) => told.reference === reason.reference))] };
  }
  return spans.map(({ day, condition, because: reasons }, index) => {
    const next = spans[index + 1]?.day;
    const toOn = next === undefined ? null : addDays(next, -1);
    return { condition, fromOn: day, toOn, days: daysBetween(day, toOn ?? asOf) + 1, because: reasons };
  });
}
