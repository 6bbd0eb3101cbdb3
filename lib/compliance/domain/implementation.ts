import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { Overlay } from "@/lib/codelists/overlay";
import type { Verdict } from "./assessment";
import { inWords } from "./day-text";
import { timelinessOf } from "./deadlines";
import { firstBuilt, type Level, levelOf } from "./levels";
import type { AssessmentContext, ObligationInput } from "./obligation";
import { alongside, type ParallelLevel } from "./parallel";
import { because, becauseOf, type Reason } from "./reason";
import { type BoardFact, isBreach, lastDayOf } from "./record";
import { holdersBy } from "./stated-day";

/** Duties that are carried out: level by records, timeliness under every reading of the date, marks for what ended or is disputed. */
export function assessImplementation(obligation: ObligationInput, facts: readonly BoardFact[], context: AssessmentContext): Verdict {
  const { asOf } = context;
  const own = levelOf(obligation.kind, facts, asOf);
  const level: ParallelLevel = obligation.kind === "PARALLEL" ? alongside(own, context.dependencies) : { ...own, ended: [] };
  const due = dueProgress(obligation, facts, { level, asOf });
  const dates = timelinessOf(obligation, { ...due, asOf, amendments: facts.filter((fact) => fact.relation === "AMENDMENT") });
  const ended = level.state === "I0_NOT_INITIATED" ? [] : [...endedReasons(facts), ...level.ended];
  const disputed = setReasons(obligation, asOf);
  const hindered = facts.filter(isBreach).map((fact) => becauseOf("IM6", fact, `Recorded against this duty: ${fact.label}`));
  const overlays: Overlay[] = [...(ended.length > 0 ? (["FROZEN"] as const) : []), ...(disputed.length > 0 ? (["CONTESTED"] as const) : [])];
  const [first, ...others] = level.reasons;
  return {
    state: level.state,
    timeliness: dates.timeliness,
    nextDate: dates.nextDate,
    deadlineReadings: dates.readings,
    overlays,
    because: [...(first ? [first] : []), ...ended, ...others, ...due.reasons, ...dates.reasons, ...disputed, ...hindered],
    decidedBy: level.decidedBy,
  };
}

type DueProgress = { readonly completedOn: CalendarDate | null; readonly what: string; readonly reasons: readonly Reason[] };

/** What the date in the text is measured by: the completion or, where the text asks first for a plan, the plan. */
function dueProgress({ kind, deadlines }: ObligationInput, facts: readonly BoardFact[], { level, asOf }: { level: Level; asOf: CalendarDate }): DueProgress {
  if (kind !== "PLAN_THEN_BUILD" || deadlines.length === 0) return { completedOn: level.completedOn, what: "completed", reasons: [] };
  const built = firstBuilt(facts, asOf);
  if (!built) return { completedOn: null, what: "shown as planned", reasons: [because("IM10", "The date in the text is that of the plan; no counted record shows it settled.")] };
  const on = lastDayOf(built);
  return { completedOn: on, what: "shown as planned", reasons: [becauseOf("IM10", built, `The date in the text is that of the plan. What was built by ${inWords(on)} shows that it was settled by then: ${built.label}`)] };
}

/** What was set up and later closed or left: the last such record. */
const endedReasons = (facts: readonly BoardFact[]): Reason[] =>
  facts.filter((fact) => fact.effect === "ENDED").slice(-1).map((fact) => becauseOf("IM5", fact, `Closed or left on ${inWords(lastDayOf(fact))}: ${fact.label}`));

/** Who or what belongs to the set (of people, of forces) is disputed: two holders read it differently, or the terms say so. */
function setReasons({ kind, interpretations, terms }: ObligationInput, asOf: CalendarDate): Reason[] {
  if (kind !== "EXCHANGE" && kind !== "PARALLEL") return [];
  const holders = holdersBy(interpretations, asOf);
  const isContested = terms.isSetContested || holders.length >= 2;
  if (!isContested) return [];
  const named = holders.length >= 2 ? ` (${holders.join("; ")})` : "";
  return [because("IM8", `Holders differ on who or what belongs to it${named}.`)];
}
