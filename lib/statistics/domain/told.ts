import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { Counted, Names } from "./dimension";
import type { KnowledgeSeries, LedgerSeries } from "./ledger-series";
import type { Period } from "./period";

/** A month of the trend, and on which share of the days of all duties in the register somebody who could observe is on record. */
export type TrendMonth = { readonly month: string; readonly from: CalendarDate; readonly to: CalendarDate; readonly watched: number };

export type Comparison = {
  readonly period: Period;
  /** Undefined where the calendar has not so many days before the period. */
  readonly previous: Period | undefined;
  readonly since: Period | undefined;
  readonly counts: Readonly<Record<"period" | "previous" | "since", readonly Counted[]>>;
};

/** What the statistics of some filters tell. */
export type Told = {
  readonly count: number;
  readonly names: Names;
  readonly months: readonly TrendMonth[];
  readonly byMonth: readonly Counted[];
  readonly byUnit: readonly Counted[];
  readonly byObligation: readonly Counted[];
  readonly bySeverity: readonly Counted[];
  readonly ledgers: readonly LedgerSeries[];
  /** All counted records by how well they are known, whoever reported them. */
  readonly known: KnowledgeSeries;
  readonly comparison: Comparison;
};
