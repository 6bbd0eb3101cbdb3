import { addDays, type CalendarDate, daysBetween } from "@/lib/kernel/calendar-date";
import type { DayAxis } from "@/lib/kernel/day-axis";
import { observes } from "../domain/coverage";

/** A row of the coverage register: who stood where, from when to when. */
export type CoverageRow = {
  readonly observer: string;
  readonly observerName: string;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate | null;
  readonly level: string;
  readonly restriction: string | null;
};

/** `NOT_ON_RECORD`: no row says anything of these days, which is not the same as somebody being there. */
export type CoverageBand = { readonly from: CalendarDate; readonly to: CalendarDate; readonly days: number; readonly level: string; readonly restriction: string | null };

export type CoverageLane = { readonly observer: string; readonly observerName: string; readonly bands: readonly CoverageBand[] };

export type CoveragePicture = {
  readonly span: DayAxis;
  readonly lanes: readonly CoverageLane[];
  /** Days of the span on which somebody could see at least a part. */
  readonly observedDays: number;
  readonly days: number;
};

const rank: Record<string, number> = { FULL: 3, PARTIAL: 2, NONE: 1 };
const rankOf = (row: CoverageRow | undefined): number => (row ? (rank[row.level] ?? 0) : 0);

const unrecorded = { level: "NOT_ON_RECORD", restriction: null };

/** The stretches of the span over which no row begins or ends. */
function stretches(rows: readonly CoverageRow[], { from, to }: DayAxis): DayAxis[] {
  const days = rows.flatMap(({ fromOn, toOn }) => [fromOn, ...(toOn === null ? [] : [addDays(toOn, 1)])]);
  const starts = [...new Set([from, ...days.filter((day) => day > from && day <= to)])].sort();
  return starts.map((start, index) => {
    const next = starts[index + 1];
    return { from: start, to: next === undefined ? to : addDays(next, -1) };
  });
}

/** The row that says most of a day: of two rows of one observer the one that saw more. */
const bestOn = (rows: readonly CoverageRow[], day: CalendarDate): CoverageRow | undefined =>
  rows.filter(({ fromOn, toOn }) => fromOn <= day && (toOn === null || toOn >= day)).sort((a, b) => rankOf(b) - rankOf(a))[0];

/** The span without a gap, cut where the observer's standing changes; the days of the bands add up to the span. */
function bandsOf(rows: readonly CoverageRow[], span: DayAxis): CoverageBand[] {
  const bands: CoverageBand[] = [];
  for (const { from, to } of stretches(rows, span)) {
    const { level, restriction } = bestOn(rows, from) ?? unrecorded;
    const last = bands.at(-1);
    const isSame = last?.level === level && last.restriction === restriction;
    const begun = isSame ? last.from : from;
    if (isSame) bands.pop();
    bands.push({ from: begun, to, days: daysBetween(begun, to) + 1, level, restriction });
  }
  return bands;
}

/** Who could observe over the days of `span`, one lane for each observer in the order of their coming; undefined where the span has no day. */
export function coveragePicture(rows: readonly CoverageRow[], span: DayAxis): CoveragePicture | undefined {
  if (span.to < span.from) return undefined;
  const sorted = [...rows].sort((a, b) => `${a.fromOn}|${a.observer}`.localeCompare(`${b.fromOn}|${b.observer}`, "en"));
  const observers = [...new Set(sorted.map(({ observer }) => observer))];
  const lanes = observers.map((observer) => {
    const own = sorted.filter((row) => row.observer === observer);
    return { observer, observerName: own[0]?.observerName ?? observer, bands: bandsOf(own, span) };
  });
  const observedDays = bandsOf(sorted, span).filter(observes).reduce((sum, { days }) => sum + days, 0);
  return { span, lanes, observedDays, days: daysBetween(span.from, span.to) + 1 };
}
