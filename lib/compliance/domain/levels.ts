import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { ComplianceState } from "@/lib/codelists/compliance-state";
import { inWords } from "./day-text";
import { isStep } from "./evidence";
import { because, becauseOf, type Reason } from "./reason";
import { type BoardFact, certainDayOf, isVerified, lastDayOf } from "./record";
import type { RuleCode } from "./rules";

/** How far a duty is carried out by its own records, and the day of its completion where it is recorded as complete. */
export type Level = {
  readonly state: ComplianceState;
  readonly reasons: readonly Reason[];
  readonly decidedBy: readonly BoardFact[];
  readonly completedOn: CalendarDate | null;
};

/** Completed on the last of the days that the record spans; until then what it tells of is done in part. */
const isCompletion = (fact: BoardFact, asOf: CalendarDate): boolean => fact.relation === "FULFILMENT" && fact.effect === "DONE" && lastDayOf(fact) <= asOf;
const isPart = ({ effect, relation }: BoardFact): boolean =>
  effect === "PARTLY_DONE" || (effect !== "STARTED" && (relation === "PARTIAL_FULFILMENT" || relation === "FULFILMENT"));

/** Whether a completion is proven for this kind of duty: verified, acknowledged, or (a body's existence) open to see. */
const isProven = (fact: BoardFact, kind: string): boolean => isVerified(fact) || fact.isAcknowledged || kind === "ESTABLISH_BODY";

function provenReason(fact: BoardFact, kind: string): Reason {
  const on = inWords(lastDayOf(fact));
  if (isVerified(fact)) return becauseOf("IM3", fact, `Completed on ${on}: ${fact.label}`);
  if (fact.isAcknowledged) return becauseOf("IM3", fact, `Completed on ${on}, acknowledged by a bound side to which it is owed: ${fact.label}`);
  return becauseOf(kind === "ESTABLISH_BODY" ? "IM7" : "IM3", fact, `Established on ${on}: ${fact.label}`);
}

/** The steps of a duty that the counted records tell of by `asOf`, in the order of the records. */
export const stepsOf = (facts: readonly BoardFact[], asOf: CalendarDate): BoardFact[] =>
  facts.filter((fact) => isStep(fact) && certainDayOf(fact) <= asOf);

/** The first record that something was built or is in use: what a plan was needed for shows that the plan was settled. */
export const firstBuilt = (facts: readonly BoardFact[], asOf: CalendarDate): BoardFact | undefined =>
  stepsOf(facts, asOf).filter((fact) => lastDayOf(fact) <= asOf && isPart(fact)).sort((a, b) => lastDayOf(a).localeCompare(lastDayOf(b), "en"))[0];

/** The level 0 to 3 that the counted records of a duty give by themselves. */
export function levelOf(kind: string, facts: readonly BoardFact[], asOf: CalendarDate): Level {
  const steps = stepsOf(facts, asOf);
  const level = (state: ComplianceState, reason: Reason, by: BoardFact): Level => ({
    state,
    reasons: [reason, ...otherSteps(steps, by)],
    decidedBy: [by],
    completedOn: isCompletion(by, asOf) ? lastDayOf(by) : null,
  });
  const completions = steps.filter((fact) => isCompletion(fact, asOf)).sort((a, b) => lastDayOf(a).localeCompare(lastDayOf(b), "en"));
  const proven = completions.find((fact) => isProven(fact, kind));
  if (proven) return level("I3_FULL", provenReason(proven, kind), proven);
  const [done] = completions;
  if (done) {
    const text = `Recorded as completed on ${inWords(lastDayOf(done))}, at V3 and not acknowledged by a bound side to which it is owed: ${done.label}`;
    return level("I2_INTERMEDIATE", becauseOf("IM4", done, text), done);
  }
  const part = steps.filter(isPart).at(-1);
  if (part) return level("I2_INTERMEDIATE", becauseOf(kind === "EXCHANGE" ? "IM8" : "IM2", part, `Done in part by ${inWords(certainDayOf(part))}: ${part.label}`), part);
  const start = steps.find((fact) => fact.effect === "STARTED");
  if (start) return level("I1_MINIMAL", startReason(kind, start), start);
  return { state: "I0_NOT_INITIATED", reasons: [because("G5", "No counted record that it was begun.")], decidedBy: [], completedOn: null };
}

function startReason(kind: string, start: BoardFact): Reason {
  const rule: RuleCode = kind === "ENABLE" ? "IM11" : "IM1";
  const more = kind === "ENABLE" ? "No counted record gives the third party named in the text its part." : "";
  return becauseOf(rule, start, `Begun by ${inWords(certainDayOf(start))}: ${start.label} ${more}`.trim());
}

/** The other steps, newest first, so that the explanation is whole. */
const otherSteps = (steps: readonly BoardFact[], deciding: BoardFact): Reason[] =>
  steps
    .filter((fact) => fact !== deciding && (isPart(fact) || fact.effect === "STARTED" || fact.effect === "DONE"))
    .reverse()
    .map((fact) => becauseOf(fact.effect === "STARTED" ? "IM1" : "IM2", fact, fact.label));
