import { type CalendarDate, daysBetween } from "@/lib/kernel/calendar-date";
import type { Verdict } from "./assessment";
import { breachesIn, breachReasons } from "./conduct";
import { type CoverageAnswer, coverageOver } from "./coverage";
import { inWords } from "./day-text";
import type { AssessmentContext, Moment, ObligationInput } from "./obligation";
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

type Measured = { readonly value: number; readonly unit: string };
const isMeasured = <Q extends { readonly value: number | null; readonly unit: string | null }>(quantity: Q): quantity is Q & Measured => quantity.value !== null && quantity.unit !== null;

/** The figure of the text that a ceiling is measured by: the first with a number and a unit. */
export const countedQuantity = <Q extends { readonly value: number | null; readonly unit: string | null }>(quantities: readonly Q[]): (Q & Measured) | undefined => quantities.find(isMeasured);

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
  const own = countedQuantity(obligation.quantities);
  if (!own) return [];
  const sisters = context.ceilings.filter((entry) => entry.code !== obligation.code).map((entry) => countedQuantity(entry.quantities)).filter((limit) => limit !== undefined);
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

type Standing = { readonly latest: Count | undefined; readonly excess: Count | undefined };

/**
 * The latest figure (one of this ceiling alone before one of several), and the excess that stands: like a closure it stands until something shows that it ended, here a newer
 * figure at or below the limit. A count of several ceilings together never ends the excess of one, for it may lie in another.
 */
function standingOf(counts: readonly Count[]): Standing {
  let excess: Count | undefined;
  const told = counts.filter((count) => count.comparison !== "UNKNOWN");
  for (const count of told) {
    const mayReplace = !count.isCombined || excess === undefined || excess.isCombined;
    if (mayReplace) excess = count.comparison.startsWith("ABOVE") ? count : undefined;
  }
  return { latest: told.findLast((count) => !count.isCombined) ?? told.at(-1), excess };
}

/** The age of a figure in words: a figure above the limit speaks on, and says how old it is. */
function ageText(count: Count, asOf: CalendarDate): string {
  const on = lastDayOf(count.fact);
  const age = daysBetween(on, asOf);
  const since = count.comparison.startsWith("ABOVE") && age > 0 ? "; it stands until a newer count shows that it ended, however old it grows" : "";
  return `Counted on ${inWords(on)}, ${age} ${age === 1 ? "day" : "days"} before${since}.`;
}

const countReason = (rule: RuleCode, count: Count, asOf: CalendarDate): Reason => becauseOf(rule, count.fact, `${figureText(count)} ${ageText(count, asOf)}`);

/** An excess stands until a newer count ends it; a figure at or below the limit speaks for its own days only. */
export function assessQuantityCeiling(obligation: ObligationInput, facts: readonly BoardFact[], context: AssessmentContext): Verdict {
  const { latest, excess } = standingOf(countsFor(obligation, facts, context));
  const shown = excess ?? latest;
  const figures = shown ? [countReason(ruleOf(shown), shown, context.asOf)] : [];
  const ended = facts.find((fact) => fact.effect === "ENDED");
  if (ended) return { state: "C_TERMINATED_EARLY", because: [becauseOf("QC7", ended, `Left on ${inWords(ended.occurredStart)}: ${ended.label}`), ...figures], decidedBy: [ended] };
  const coverage = coverageOver(obligation, context);
  const { grave, other } = breachesIn(facts, coverage.window);
  const breaches: Reason[] = [...breachReasons("SN1", grave), ...breachReasons("SN2", other)];
  const { overlays } = coverage;
  if (grave.length > 0) return { state: "C_BREACHED", because: [...breaches, ...figures, coverage.reason], overlays, decidedBy: grave };
  if (excess) {
    const isDoubtful = excess.isCombined || excess.comparison === "ABOVE_HIGH_ONLY";
    return { state: "C_STRAINED", because: [...figures, ...breaches, coverage.reason], overlays: isDoubtful ? [...overlays, "CONTESTED"] : overlays, decidedBy: [...other, excess.fact] };
  }
  if (other.length > 0) return { state: "C_STRAINED", because: [...breaches, ...figures, coverage.reason], overlays, decidedBy: other };
  return calmVerdict(latest, coverage, context);
}

/** Nothing above the limit and no breach: whether that may be called kept. A fresh count is itself an observation and asks for no other. */
function calmVerdict(latest: Count | undefined, coverage: CoverageAnswer, context: AssessmentContext): Verdict {
  const { overlays } = coverage;
  if (!latest) return { state: "NOT_ASSESSED", because: [because("QC5", "No counted figure for this ceiling."), coverage.reason], overlays };
  const why = whyNotCalm(latest, context);
  if (why === undefined) return { state: "C_HOLDING", because: [countReason("QC3", latest, context.asOf)], decidedBy: [latest.fact] };
  return { state: "NOT_ASSESSED", because: [because("QC4", why), countReason(ruleOf(latest), latest, context.asOf), coverage.reason], overlays };
}

function whyNotCalm(latest: Count, { asOf, settings }: Moment): string | undefined {
  // A joint total at or below the sum leaves open how it divides, so it never proves that one ceiling is kept.
  if (latest.isCombined) return "The latest figure counts several ceilings together.";
  const age = daysBetween(lastDayOf(latest.fact), asOf);
  return age > settings.figureMaxAgeDays ? `The latest figure is ${age} days old and says nothing of ${inWords(asOf)}.` : undefined;
}
