import type { CalendarDate } from "@/lib/kernel/calendar-date";
import type { Counted, Names } from "./dimension";
import type { LedgerSeries } from "./ledger-series";
import type { Period } from "./period";

/** A month of the trend, and on which share of its days somebody who could observe is on record. */
export type TrendMonth = { readonly month: string; readonly from: CalendarDate; readonly to: CalendarDate; readonly watched: number };

export type Comparison = { readonly period: Period; readonly previous: Period; readonly since: Period | undefined; readonly counts: Readonly<Record<"period" | "previous" | "since", readonly Counted[]>> };

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
  readonly comparison: Comparison;
};
