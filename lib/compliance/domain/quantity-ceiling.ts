import { daysBetween } from "@/lib/kernel/calendar-date";
import type { Verdict } from "./assessment";
import { breachesIn, breachReasons } from "./conduct";
import { type CoverageAnswer, coverageOver } from "./coverage";
import { inWords } from "./day-text";
import type { AssessmentContext, Moment, ObligationInput, QuantityInput } from "./obligation";
import { because, becauseOf, type Reason } from "./reason";
import { type BoardFact, type Figure, isBreach, lastDayOf } from "./record";
import type { RuleCode } from "./rules";

export type Comparison = "WITHIN" | "ABOVE_BEST" | "ABOVE_HIGH_ONLY" | "BELOW" | "UNKNOWN";
type Limit = { readonly value: number; readonly unit: string; readonly what: string };
type Count = { readonly fact: BoardFact; readonly figure: Figure; readonly limit: number; readonly isCombined: boolean; readonly comparison: Comparison };

/** A figure beside its limit. Equal is within; below is said apart, since some texts name an exact number. */
export function compare(figure: Figure, limit: number): Comparison {
  const best = figure.best ?? figure.low;
  if (best !== null && best > limit) return "ABOVE_BEST";
  if (figure.high !== null && figure.high > limit) return "ABOVE_HIGH_ONLY";
  if (best === null) return figure.high === null ? "UNKNOWN" : "BELOW";
  return best === limit ? "WITHIN" : "BELOW";
}

const limitOf = (quantities: readonly QuantityInput[]): Limit | undefined => {
  const [first] = quantities.filter((entry) => entry.value !== null && entry.unit !== null);
  return first && first.value !== null && first.unit !== null ? { value: first.value, unit: first.unit, what: first.what } : undefined;
};

/** Words that tell one kind of thing from another; "military" and the like stand in every name. */
const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}]+/u).filter((word) => word.length > 3 && word !== "military");
const countsPeople = (unit: string): boolean => unit === "persons";

/** Whether a figure counts what this ceiling limits, alone or together with its sister ceilings; else undefined. */
export function limitFor(figure: Figure, own: Limit, sisters: readonly Limit[]): { limit: number; isCombined: boolean } | undefined {
  const said = wordsOf(figure.what);
  const namesWholly = (limit: Limit): boolean => limit.unit === figure.unit && wordsOf(limit.what).every((word) => said.includes(word));
  if (namesWholly(own)) return { limit: own.value, isCombined: false };
  if (sisters.some(namesWholly) || countsPeople(own.unit) || countsPeople(figure.unit)) return undefined;
  const things = [own, ...sisters].filter((limit) => !countsPeople(limit.unit));
  const sharesWord = things.some((limit) => limit.unit === figure.unit && wordsOf(limit.what).some((word) => said.includes(word)));
  return sharesWord && things.length > 1 ? { limit: things.reduce((sum, limit) => sum + limit.value, 0), isCombined: true } : undefined;
}

/** The counts that bear on this ceiling, oldest first. A breach's own figure counts only where it is above the limit. */
export function countsFor(obligation: ObligationInput, facts: readonly BoardFact[], context: AssessmentContext): Count[] {
  const own = limitOf(obligation.quantities);
  if (!own) return [];
  const sisters = context.ceilings.filter((entry) => entry.code !== obligation.code).map((entry) => limitOf(entry.quantities)).filter((limit) => limit !== undefined);
  const counts = facts
    .filter((fact) => lastDayOf(fact) <= context.asOf)
    .flatMap((fact) => fact.figures.map((figure) => ({ fact, figure, match: limitFor(figure, own, sisters) })))
    .flatMap(({ fact, figure, match }) => (match ? [{ fact, figure, ...match, comparison: compare(figure, match.limit) }] : []));
  return counts
    .filter((count) => !isBreach(count.fact) || count.comparison.startsWith("ABOVE"))
    .sort((a, b) => lastDayOf(a.fact).localeCompare(lastDayOf(b.fact), "en") || (a.figure.best ?? 0) - (b.figure.best ?? 0));
}

const figureText = ({ figure, limit, comparison, isCombined }: Count): string => {
  const amount = figure.best ?? figure.low ?? figure.high ?? "no number";
  const range = figure.high !== null && figure.high !== figure.best ? ` (up to ${figure.high})` : "";
  const words: Record<Comparison, string> = {
    WITHIN: "equal to the limit",
    BELOW: "below the limit",
    ABOVE_BEST: "above the limit",
    ABOVE_HIGH_ONLY: "above the limit only at the high estimate",
    UNKNOWN: "no number to compare",
  };
  const against = isCombined ? `counted together ${amount}${range} against ${limit}; categories may differ` : `${amount}${range} against ${limit}`;
  return `${figure.what}, reported by ${figure.reportedBy}: ${against}: ${words[comparison]}.`;
};

const ruleOf = ({ isCombined, comparison }: Count): RuleCode => {
  if (isCombined) return "QC6";
  return comparison === "ABOVE_BEST" ? "QC1" : comparison === "ABOVE_HIGH_ONLY" ? "QC2" : "QC4";
};

/** The latest counted figure against the limit; an old figure at or below it says nothing of today. */
export function assessQuantityCeiling(obligation: ObligationInput, facts: readonly BoardFact[], context: AssessmentContext): Verdict {
  const last = countsFor(obligation, facts, context).at(-1);
  const lastReason = last ? [becauseOf(ruleOf(last), last.fact, figureText(last))] : [];
  const ended = facts.find((fact) => fact.effect === "ENDED");
  if (ended) return { state: "C_TERMINATED_EARLY", because: [becauseOf("QC7", ended, `Left on ${inWords(ended.occurredStart)}: ${ended.label}`), ...lastReason], decidedBy: [ended] };
  const coverage = coverageOver(obligation, context);
  const { grave, other } = breachesIn(facts, coverage.window);
  const breaches: Reason[] = [...breachReasons("SN1", grave), ...breachReasons("SN2", other)];
  const { overlays } = coverage;
  if (grave.length > 0) return { state: "C_BREACHED", because: [...breaches, ...lastReason, coverage.reason], overlays, decidedBy: grave };
  if (last?.comparison.startsWith("ABOVE")) {
    const isDoubtful = last.isCombined || last.comparison === "ABOVE_HIGH_ONLY";
    return { state: "C_STRAINED", because: [...lastReason, ...breaches, coverage.reason], overlays: isDoubtful ? [...overlays, "CONTESTED"] : overlays, decidedBy: [...other, last.fact] };
  }
  if (other.length > 0) return { state: "C_STRAINED", because: [...breaches, ...lastReason, coverage.reason], overlays, decidedBy: other };
  return calmVerdict(last, coverage, context);
}

/** Nothing above the limit and no breach: whether that may be called kept. */
function calmVerdict(last: Count | undefined, coverage: CoverageAnswer, context: AssessmentContext): Verdict {
  const { overlays } = coverage;
  if (!last || last.comparison === "UNKNOWN") return { state: "NOT_ASSESSED", because: [because("QC5", "No counted figure for this ceiling."), coverage.reason], overlays };
  const text = figureText(last);
  const why = whyNotCalm(last, coverage, context);
  if (why === undefined) return { state: "C_HOLDING", because: [becauseOf("QC3", last.fact, text), coverage.reason], overlays, decidedBy: [last.fact] };
  return { state: "NOT_ASSESSED", because: [because("QC4", why), becauseOf(ruleOf(last), last.fact, text), coverage.reason], overlays };
}

function whyNotCalm(last: Count, coverage: CoverageAnswer, { asOf, settings }: Moment): string | undefined {
  // A joint total at or below the sum leaves open how it divides, so it never proves that one ceiling is kept.
  if (last.isCombined) return "The latest figure counts several ceilings together.";
  const age = daysBetween(lastDayOf(last.fact), asOf);
  if (age > settings.figureMaxAgeDays) return `The latest figure is ${age} days old and says nothing of ${inWords(asOf)}.`;
  return coverage.isEnough ? undefined : "Too few days were observed.";
}
