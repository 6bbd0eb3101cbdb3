import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { ComplianceState } from "@/lib/codelists/compliance-state";
import type { Overlay } from "@/lib/codelists/overlay";
import type { Verdict } from "./assessment";
import { inWords } from "./day-text";
import { timelinessOf } from "./deadlines";
import type { AssessmentContext, ObligationInput } from "./obligation";
import { because, becauseOf, type Reason } from "./reason";
import { type BoardFact, isBreach, isVerified, lastDayOf } from "./record";
import type { RuleCode } from "./rules";

type Level = {
  readonly state: ComplianceState;
  readonly reasons: readonly Reason[];
  readonly decidedBy: readonly BoardFact[];
  readonly completedOn: CalendarDate | null;
};

const isProgress = (fact: BoardFact): boolean => !isBreach(fact);
const isCompletion = (fact: BoardFact, asOf: CalendarDate): boolean => fact.relation === "FULFILMENT" && fact.effect === "DONE" && lastDayOf(fact) <= asOf;
const isPart = ({ effect, relation }: BoardFact): boolean =>
  effect === "PARTLY_DONE" || (effect !== "STARTED" && (relation === "PARTIAL_FULFILMENT" || relation === "FULFILMENT"));

/** Whether a completion is proven for this kind of duty: verified, acknowledged, or (a body's existence) open to see. */
const isProven = (fact: BoardFact, kind: string): boolean => isVerified(fact) || fact.isAcknowledged || kind === "ESTABLISH_BODY";

function provenReason(fact: BoardFact, kind: string): Reason {
  const on = inWords(lastDayOf(fact));
  if (isVerified(fact)) return becauseOf("IM3", fact, `Completed on ${on}: ${fact.label}`);
  if (fact.isAcknowledged) return becauseOf("IM3", fact, `Completed on ${on}, acknowledged by the side to which it is owed: ${fact.label}`);
  return becauseOf(kind === "ESTABLISH_BODY" ? "IM7" : "IM3", fact, `Established on ${on}: ${fact.label}`);
}

/** The level 0 to 3 that the counted records give. */
export function levelOf(kind: string, facts: readonly BoardFact[], asOf: CalendarDate): Level {
  const progress = facts.filter(isProgress);
  const level = (state: ComplianceState, reason: Reason, by: BoardFact): Level => ({
    state,
    reasons: [reason, ...otherSteps(progress, by)],
    decidedBy: [by],
    completedOn: isCompletion(by, asOf) ? lastDayOf(by) : null,
  });
  const byLastDay = (a: BoardFact, b: BoardFact): number => lastDayOf(a).localeCompare(lastDayOf(b), "en");
  const completions = progress.filter((fact) => isCompletion(fact, asOf)).sort(byLastDay);
  const proven = completions.find((fact) => isProven(fact, kind));
  if (proven) return level("I3_FULL", provenReason(proven, kind), proven);
  const [done] = completions;
  if (done) {
    const text = `Recorded as completed on ${inWords(lastDayOf(done))}, at V3 and not acknowledged by the side to which it is owed: ${done.label}`;
    return level("I2_INTERMEDIATE", becauseOf("IM4", done, text), done);
  }
  const part = progress.filter(isPart).at(-1);
  if (part) return level("I2_INTERMEDIATE", becauseOf(ruleOfPart(kind), part, `Done in part: ${part.label}`), part);
  const start = progress.find((fact) => fact.effect === "STARTED");
  if (start) return level("I1_MINIMAL", becauseOf("IM1", start, `Started: ${start.label}`), start);
  return { state: "I0_NOT_INITIATED", reasons: [because("G5", "No counted record that it was begun.")], decidedBy: [], completedOn: null };
}

const ruleOfPart = (kind: string): RuleCode => (kind === "EXCHANGE" ? "IM8" : kind === "PARALLEL" ? "IM9" : "IM2");

/** The other records of progress, newest first, so that the explanation is whole. */
const otherSteps = (progress: readonly BoardFact[], deciding: BoardFact): Reason[] =>
  progress
    .filter((fact) => fact !== deciding && (isPart(fact) || fact.effect === "STARTED" || fact.effect === "DONE"))
    .reverse()
    .map((fact) => becauseOf(fact.effect === "STARTED" ? "IM1" : "IM2", fact, fact.label));

/** Duties that are carried out: level by records, timeliness under every reading of the date, marks for what ended or is disputed. */
export function assessImplementation(obligation: ObligationInput, facts: readonly BoardFact[], context: AssessmentContext): Verdict {
  const level = levelOf(obligation.kind, facts, context.asOf);
  const amendments = facts.filter((fact) => fact.relation === "AMENDMENT");
  const dates = timelinessOf(obligation, { completedOn: level.completedOn, asOf: context.asOf, amendments });
  const ended = level.state === "I0_NOT_INITIATED" ? undefined : facts.filter((fact) => fact.effect === "ENDED").at(-1);
  const hindered = facts.filter(isBreach).map((fact) => becauseOf("IM6", fact, `Recorded against this duty: ${fact.label}`));
  const overlays: Overlay[] = [];
  const reasons: Reason[] = [...level.reasons, ...dates.reasons];
  if (ended) {
    overlays.push("FROZEN");
    reasons.splice(1, 0, becauseOf("IM5", ended, `Closed or left on ${inWords(lastDayOf(ended))}: ${ended.label}`));
  }
  if (obligation.kind === "EXCHANGE" && isSetContested(obligation, context.asOf)) {
    overlays.push("CONTESTED");
    reasons.push(because("IM8", "The sides differ on who or what belongs to the set."));
  }
  return {
    state: level.state,
    timeliness: dates.timeliness,
    nextDate: dates.nextDate,
    deadlineReadings: dates.readings,
    overlays,
    because: [...reasons, ...hindered],
    decidedBy: level.decidedBy,
  };
}

/** Two holders read the set differently, or the terms say that it is disputed. */
function isSetContested(obligation: ObligationInput, asOf: CalendarDate): boolean {
  const holders = obligation.interpretations.filter((entry) => entry.statedOn === null || entry.statedOn <= asOf).map((entry) => entry.holder);
  return obligation.terms.isSetContested || new Set(holders).size >= 2;
}
