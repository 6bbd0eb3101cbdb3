import type { ComplianceState } from "@/lib/codelists/compliance-state";
import { type CalendarDate, parseCalendarDate } from "@/lib/kernel/calendar-date";
import type { Settings } from "./settings";
import type { Unread } from "./unread";

export type DeadlineInput = {
  readonly dueOn: CalendarDate;
  readonly rule: string;
  readonly origin: string;
  readonly standing: string;
  readonly setBy: string;
  readonly setOn: CalendarDate;
  readonly basis: string;
  readonly wording: string | null;
  readonly instrument: string | null;
  readonly acceptance: string | null;
};

export type QuantityInput = { readonly what: string; readonly value: number | null; readonly unit: string | null; readonly operator: string };

/** One way to read when a term starts: whose reading, and the day. */
export type StartReading = { readonly holder: string; readonly on: CalendarDate; readonly basis: string };

/** What the engine reads of an obligation. */
export type ObligationInput = {
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  /** The day the duty begins, in the agreement's own zone; null where a condition starts it. */
  readonly startsOn: CalendarDate | null;
  readonly endsOn: CalendarDate | null;
  readonly terms: Terms;
  readonly quantities: readonly QuantityInput[];
  readonly deadlines: readonly DeadlineInput[];
  /** Days on which a holder stated a reading of this duty (null: day not known), one entry for each holder. */
  readonly interpretations: readonly { readonly holder: string; readonly statedOn: string | null }[];
};

export type CoverageInput = {
  readonly observer: string;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate | null;
  readonly level: string;
};

/** A duty that this one rests on, as the counted records have it on the day of the board. */
export type DependencyInput = {
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  /** The day its object came to an end, by a record of its own or with a duty that it rests on in turn. */
  readonly endedOn: CalendarDate | null;
  readonly begunOn: CalendarDate | null;
  readonly completedOn: CalendarDate | null;
  /** How it stands; told only to a duty that waits for it, null otherwise. */
  readonly state: ComplianceState | null;
};

/** The day that is asked for, and the thresholds that it is judged by. */
export type Moment = { readonly asOf: CalendarDate; readonly settings: Settings };

export type AssessmentContext = Moment & {
  readonly coverage: readonly CoverageInput[];
  readonly dependencies: readonly DependencyInput[];
  /** Ceilings of the same clause, this one included: some reports count several of them together. */
  readonly ceilings: readonly { readonly code: string; readonly quantities: readonly QuantityInput[] }[];
  /** What stands on the duty beside the records that are handed over; absent where these are all. */
  readonly unread?: Unread | undefined;
};

export type Terms = {
  readonly windowDays: number | null;
  readonly termYears: number | null;
  readonly noticeMonths: number | null;
  readonly startReadings: readonly StartReading[];
  /** The size of the set to be released is itself disputed. */
  readonly isSetContested: boolean;
  /** What the duty forbids to change stays changed until it is given back: a breach of that kind lasts. */
  readonly isChangeLasting: boolean;
  /** What could not be read, in words: a duty whose terms are malformed is not assessed by half of them. */
  readonly problems: readonly string[];
};

/** Settings that the engine reads, and those that stand beside them for people (`planYears`) or for a later reader (`ruleVersion`). */
const counts = ["windowDays", "termYears", "noticeMonths", "planYears"] as const;
const flags = ["isSetContested", "isChangeLasting"] as const;
const knownNames: readonly string[] = [...counts, ...flags, "startReadings", "ruleVersion"];

const isCount = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value) && value > 0;

function startReadingOf(entry: unknown): StartReading | undefined {
  if (!(entry instanceof Object)) return undefined;
  const { holder, on, basis } = entry as { holder?: unknown; on?: unknown; basis?: unknown };
  const day = typeof on === "string" ? parseCalendarDate(on) : undefined;
  return day && typeof holder === "string" ? { holder, on: day, basis: typeof basis === "string" ? basis : "" } : undefined;
}

/** What is wrong with the settings of a kind as they are stored, one sentence for each; none where nothing is. */
function problemsOf(fields: Record<string, unknown>): string[] {
  const readings = fields["startReadings"] ?? [];
  return [
    ...Object.keys(fields).filter((name) => !knownNames.includes(name)).map((name) => `The setting “${name}” is not known.`),
    ...counts.filter((name) => fields[name] !== undefined && !isCount(fields[name])).map((name) => `“${name}” is ${JSON.stringify(fields[name])} and must be a whole number above 0.`),
    ...flags.filter((name) => fields[name] !== undefined && typeof fields[name] !== "boolean").map((name) => `“${name}” must be true or false.`),
    ...(Array.isArray(readings) ? readings.filter((entry) => startReadingOf(entry) === undefined).map((entry) => `A reading of the start, ${JSON.stringify(entry)}, names no holder or no day on the calendar.`) : ["“startReadings” must be a list."]),
  ];
}

/** The settings of a kind from stored JSON. What is absent is null; what is malformed is null too, and told in `problems`. */
export function termsOf(json: unknown): Terms {
  const isObject = json instanceof Object && !Array.isArray(json);
  const fields = isObject ? (json as Record<string, unknown>) : {};
  const countOf = (name: (typeof counts)[number]): number | null => (isCount(fields[name]) ? fields[name] : null);
  const readings = Array.isArray(fields["startReadings"]) ? fields["startReadings"].map(startReadingOf).filter((entry) => entry !== undefined) : [];
  return {
    windowDays: countOf("windowDays"),
    termYears: countOf("termYears"),
    noticeMonths: countOf("noticeMonths"),
    startReadings: readings,
    isSetContested: fields["isSetContested"] === true,
    isChangeLasting: fields["isChangeLasting"] === true,
    problems: isObject || json === null || json === undefined ? problemsOf(fields) : ["The settings of the duty are no list of names and values."],
  };
}
