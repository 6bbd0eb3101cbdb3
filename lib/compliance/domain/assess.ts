import { complianceStateLabel, type ComplianceState } from "@/lib/codelists/compliance-state";
import type { Overlay } from "@/lib/codelists/overlay";
import type { ObligationKind } from "@/lib/codelists/obligation-kind";
import type { Assessment, Verdict } from "./assessment";
import { openFindings } from "./conduct";
import { windowOf } from "./coverage";
import { inWords } from "./day-text";
import { beginningOf } from "./evidence";
import { assessImplementation } from "./implementation";
import type { AssessmentContext, DependencyInput, ObligationInput } from "./obligation";
import { assessQuantityCeiling } from "./quantity-ceiling";
import { withinBounds } from "./naming";
import { because, becauseOf, type Reason } from "./reason";
import { type BoardFact, decidingFacts, isBreach, waitingFacts } from "./record";
import { assessStandingNegative } from "./standing-negative";
import { assessStandingPositive } from "./standing-positive";
import { assessTerm } from "./term";

type KindRule = (obligation: ObligationInput, facts: readonly BoardFact[], context: AssessmentContext) => Verdict;

/** The rule of each kind of duty. */
const ruleOfKind: Record<ObligationKind, KindRule> = {
  MILESTONE: assessImplementation,
  ESTABLISH_BODY: assessImplementation,
  PLAN_THEN_BUILD: assessImplementation,
  EXCHANGE: assessImplementation,
  ENABLE: assessImplementation,
  PARALLEL: assessImplementation,
  OPEN_ENDED: assessImplementation,
  STANDING_NEGATIVE: assessStandingNegative,
  STANDING_POSITIVE: assessStandingPositive,
  QUANTITY_CEILING: assessQuantityCeiling,
  TERM: assessTerm,
};

const isKnownKind = (kind: string): kind is ObligationKind => kind in ruleOfKind;

/**
 * The state of a duty on a day, with its reasons. Same inputs, same answer: no clock, no order of arrival, nothing
 * dated after `context.asOf`, and only records at V3 or above.
 */
export function assess(obligation: ObligationInput, records: readonly BoardFact[], context: AssessmentContext): Assessment {
  const waiting = countWaiting(obligation, records, context);
  const facts = decidingFacts(records, context.asOf);
  const verdict = unreadable(obligation) ?? notBegun(obligation, facts, context) ?? ruleOf(obligation)(obligation, facts, context);
  const contested = (verdict.decidedBy ?? []).filter((fact) => fact.isContested);
  const open = verdict.state === "C_HOLDING" ? openFindings(obligation, records, windowOf(obligation, context)) : [];
  const overlays = new Set<Overlay>(verdict.overlays ?? []);
  if (contested.length + open.length > 0) overlays.add("CONTESTED");
  return {
    state: verdict.state,
    timeliness: verdict.timeliness ?? null,
    overlays: [...overlays].sort(),
    because: withinBounds([...verdict.because, ...openReasons(open), ...contestedReasons(contested, context), ...waitingReasons(waiting)], context.unread),
    claimsWaiting: waiting,
    nextDate: verdict.nextDate ?? null,
    deadlineReadings: verdict.deadlineReadings ?? [],
  };
}

/** Claims that wait: those that were read, and those that were only counted. */
const countWaiting = ({ kind }: ObligationInput, records: readonly BoardFact[], { asOf, unread }: AssessmentContext): number => waitingFacts(records, kind, asOf).length + (unread?.waiting ?? 0);

/** A kind without a rule, or terms that can't be read: told, and never assessed by what is left of them. */
function unreadable({ kind, terms }: ObligationInput): Verdict | undefined {
  const problems = [...(isKnownKind(kind) ? [] : [`There is no rule for duties of the kind “${kind}”.`]), ...terms.problems];
  return problems.length === 0 ? undefined : { state: "NOT_ASSESSED", because: problems.map((problem) => because("G9", problem)) };
}

function ruleOf({ kind }: ObligationInput): KindRule {
  if (!isKnownKind(kind)) throw new RangeError(`no rule for the kind ${kind}`);
  return ruleOfKind[kind];
}

/** Before the duty began, or while its condition is not met, nothing is assessed. */
function notBegun(obligation: ObligationInput, facts: readonly BoardFact[], context: AssessmentContext): Verdict | undefined {
  const state: ComplianceState = "NOT_ASSESSED";
  const { startsOn } = obligation;
  if (startsOn !== null) {
    if (context.asOf >= startsOn) return undefined;
    return { state, because: [because("G3", `Before the duty began: it begins on ${inWords(startsOn)}.`, startsOn)], nextDate: startsOn };
  }
  // A breach alone never shows that the duty began: one more of them must not turn "not assessed" into a level.
  if (beginningOf(facts, context.asOf) || facts.some((fact) => !isBreach(fact) && disrupts.includes(fact.effect))) return undefined;
  const against = facts.filter(isBreach).map((fact) => becauseOf("G4", fact, `Recorded against this duty before it began: ${fact.label}`));
  return { state, because: [because("G4", waitText(context.dependencies)), ...against] };
}

const disrupts: readonly string[] = ["RESTRICTED", "CLOSED"];

/** What a conditional duty waits for, by name, and how that stands: it may have begun without this one. */
function waitText(dependencies: readonly DependencyInput[]): string {
  const none = "no counted record that this duty itself began.";
  if (dependencies.length === 0) return `Starts by a condition, and there is ${none}`;
  const named = dependencies.map(({ code, title, state }) => `${code} (${title})${state === null ? "" : `, which stands at “${complianceStateLabel(state)}”`}`);
  return `Waits for ${named.join(" and ")}; ${none}`;
}

/** Calm is not undisputed where a possible breach of these days is on record, well enough known, and nobody has found either way. */
const openReasons = (open: readonly BoardFact[]): Reason[] => [...open].reverse().map((fact) => becauseOf("G7", fact, `A possible breach that was not found to be one, nor found to be none: ${fact.label}`));

function contestedReasons({ length }: readonly BoardFact[], { unread }: Pick<AssessmentContext, "unread">): Reason[] {
  if (length === 0) return [];
  // Of changes that last older ones may be among what was not read.
  if (unread) return [because("G6", "Records that decide are denied or counter-alleged.")];
  return [because("G6", length === 1 ? "A record that decides is denied or counter-alleged." : `${length} records that decide are denied or counter-alleged.`)];
}

function waitingReasons(waiting: number): Reason[] {
  if (waiting === 0) return [];
  return [because("G1", waiting === 1 ? "1 claim waits at V0 to V2; it does not change the state." : `${waiting} claims wait at V0 to V2; they do not change the state.`)];
}
