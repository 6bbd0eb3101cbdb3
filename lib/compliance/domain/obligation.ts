import { type CalendarDate, parseCalendarDate } from "@/lib/kernel/calendar-date";
import type { Settings } from "./settings";

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

/** A duty that this one rests on, and the day its object came to an end, where a counted record says so. */
export type DependencyInput = { readonly code: string; readonly kind: string; readonly endedOn: CalendarDate | null };

/** The day that is asked for, and the thresholds that it is judged by. */
export type Moment = { readonly asOf: CalendarDate; readonly settings: Settings };

export type AssessmentContext = Moment & {
  readonly coverage: readonly CoverageInput[];
  readonly dependencies: readonly DependencyInput[];
  /** Ceilings of the same clause, this one included: some reports count several of them together. */
  readonly ceilings: readonly { readonly code: string; readonly quantities: readonly QuantityInput[] }[];
};

export type Terms = {
  readonly windowDays: number | null;
  readonly termYears: number | null;
  readonly noticeMonths: number | null;
  readonly startReadings: readonly StartReading[];
  /** The size of the set to be released is itself disputed. */
  readonly isSetContested: boolean;
};

const positive = (value: unknown): number | null => (typeof value === "number" && Number.isInteger(value) && value > 0 ? value : null);

function startReadingOf(entry: unknown): StartReading | undefined {
  if (!(entry instanceof Object)) return undefined;
  const { holder, on, basis } = entry as { holder?: unknown; on?: unknown; basis?: unknown };
  const day = typeof on === "string" ? parseCalendarDate(on) : undefined;
  return day && typeof holder === "string" ? { holder, on: day, basis: typeof basis === "string" ? basis : "" } : undefined;
}

/** The settings of a kind from stored JSON; what is absent or malformed is null, and the rule then says so. */
export function termsOf(json: unknown): Terms {
  const fields = json instanceof Object ? (json as Record<string, unknown>) : {};
  const readings = Array.isArray(fields["startReadings"]) ? fields["startReadings"].map(startReadingOf).filter((entry) => entry !== undefined) : [];
  return {
    windowDays: positive(fields["windowDays"]),
    termYears: positive(fields["termYears"]),
    noticeMonths: positive(fields["noticeMonths"]),
    startReadings: readings,
    isSetContested: fields["isSetContested"] === true,
  };
}
