import { calendarDate } from "@/lib/kernel/calendar-date";
import type { AssessmentContext, CoverageInput, DeadlineInput, DependencyInput, Moment, ObligationInput } from "@/lib/compliance/domain/obligation";
import { termsOf } from "@/lib/compliance/domain/obligation";
import type { BoardFact } from "@/lib/compliance/domain/record";
import { firstRuleSet } from "@/lib/compliance/domain/settings";

export const day = calendarDate;

/** A day under the rules that the product begins with. */
export const moment = (asOf: string): Moment => ({ asOf: day(asOf), settings: firstRuleSet.settings });

let made = 0;

/** A counted breach of a standing prohibition unless said otherwise. */
export function aFact(over: Partial<Omit<BoardFact, "occurredStart">> & { on?: string } = {}): BoardFact {
  const { on = "2020-12-11", ...fields } = over;
  return {
    id: { milestone: `MS-${String(++made).padStart(6, "0")}` },
    label: "A record",
    relation: "BREACH",
    effect: "NONE",
    occurredStart: day(on),
    occurredEnd: null,
    isDayUncertain: false,
    verification: "V3_CORROBORATED",
    isContested: false,
    isLethal: false,
    isPositionChange: false,
    isAcknowledged: false,
    figures: [],
    ...fields,
  };
}

/** A record of completion, acknowledged by the side it is owed to. */
export const aCompletion = (on: string, over: Partial<BoardFact> = {}): BoardFact => aFact({ on, relation: "FULFILMENT", effect: "DONE", isAcknowledged: true, ...over });

export function anObligation(over: Partial<Omit<ObligationInput, "terms">> & { terms?: unknown } = {}): ObligationInput {
  const { terms = {}, ...fields } = over;
  return { code: "NK2020-1a", title: "Ceasefire", kind: "STANDING_NEGATIVE", startsOn: day("2020-11-10"), endsOn: null, quantities: [], deadlines: [], interpretations: [], ...fields, terms: termsOf(terms) };
}

export function aDeadline(dueOn: string, over: Partial<DeadlineInput> = {}): DeadlineInput {
  return { dueOn: day(dueOn), rule: "INCLUSIVE", origin: "ORIGINAL", standing: "OPERATIVE", setBy: "AGR-2020-11-10", setOn: day("2020-11-10"), basis: "text", wording: null, instrument: null, acceptance: null, ...over };
}

/** The amendment of the Kalbajar date, made on the day it would have run out. */
export const anAmendment = (dueOn: string, over: Partial<DeadlineInput> = {}): DeadlineInput =>
  aDeadline(dueOn, { origin: "AMENDMENT", setOn: day("2020-11-15"), setBy: "Azerbaijan, at a request from Armenia", instrument: "ORAL_OR_UNILATERAL", acceptance: "ACCEPTED_BY_ALL", basis: "announcement", ...over });

export const anObserver = (fromOn: string, toOn: string | null = null, level = "FULL"): CoverageInput => ({ observer: "RU_MOD", fromOn: day(fromOn), toOn: toOn === null ? null : day(toOn), level });

export const aContext = (asOf: string, over: Partial<AssessmentContext> = {}): AssessmentContext => ({ ...moment(asOf), coverage: [], dependencies: [], ceilings: [], ...over });

/** Observed on every day of the window up to `asOf`. */
export const watched = (asOf: string, over: Partial<AssessmentContext> = {}): AssessmentContext => aContext(asOf, { coverage: [anObserver("2020-11-10")], ...over });

/** A duty that another rests on: a corridor on which nothing is recorded unless said otherwise. */
export const aDependency = (over: Partial<DependencyInput> = {}): DependencyInput => ({ code: "NK2020-6c", title: "Lachin corridor", kind: "STANDING_POSITIVE", endedOn: null, begunOn: null, completedOn: null, state: null, ...over });
