import { addDays, addMonths, calendarDate, type CalendarDate } from "@/lib/kernel/calendar-date";

/** What the rollup can be asked by. `unit_mark` says who may read a record's district; it comes with every cut that has districts. */
export type TallyColumn = "month" | "type" | "unit_code" | "verification" | "workflow" | "severity" | "unit_mark";

/** The bits of the columns in the number of a cut: those that it leaves open. */
const bits: Record<TallyColumn, number> = { month: 64, type: 32, unit_code: 16, verification: 8, workflow: 4, severity: 2, unit_mark: 1 };
export const tallyColumns = Object.keys(bits) as TallyColumn[];

export type Cut = { readonly columns: readonly TallyColumn[]; readonly number: number };

const cut = (...columns: TallyColumn[]): Cut => ({ columns, number: tallyColumns.filter((column) => !columns.includes(column)).reduce((sum, column) => sum + bits[column], 0) });

/** The cuts of all records, the smallest first. The migration `rollups` keeps these and no others; a test compares the two. */
export const recordCuts: readonly Cut[] = [
  cut("month"),
  cut("month", "severity"),
  cut("type", "verification", "severity"),
  cut("month", "type"),
  cut("month", "verification", "workflow"),
  cut("type", "unit_code", "unit_mark"),
  cut("month", "unit_code", "unit_mark"),
  cut("month", "type", "verification", "workflow"),
  cut("month", "unit_code", "verification", "unit_mark"),
];

/** The cuts of the records that bear one value of a facet. */
export const facetCuts: readonly Cut[] = [cut("month"), cut("unit_code", "unit_mark"), cut("month", "severity"), cut("month", "type"), cut("month", "verification", "workflow")];

/** The smallest cut that has all of these columns; undefined where none has, and the records themselves have to be counted. */
export const cutWith = (cuts: readonly Cut[], columns: ReadonlySet<TallyColumn>): Cut | undefined => cuts.find((one) => [...columns].every((column) => one.columns.includes(column)));

export type MonthSpan = { readonly first: CalendarDate | undefined; readonly last: CalendarDate | undefined };
/** Days whose records are added to the months, or taken away from them where most of their month is meant. */
export type Edge = { readonly from: CalendarDate; readonly to: CalendarDate; readonly sign: 1 | -1 };

/** Days as whole months, which the rollup knows, and the days at their edges, which it does not: never more than half a month at each. */
export type SplitSpan = { readonly months: MonthSpan | undefined; readonly edges: readonly Edge[] };

const firstOfMonth = (day: CalendarDate): CalendarDate => addDays(day, 1 - Number(day.slice(8)));
const lastOfMonth = (day: CalendarDate): CalendarDate => addDays(addMonths(firstOfMonth(day), 1), -1);

/** Cuts a span of days, open to either side where a bound is undefined. Months and edges, each by its sign, hold every day of the span once and no other. */
export function splitSpan(from: CalendarDate | undefined, until: CalendarDate | undefined): SplitSpan {
  const alone = daysAlone(from, until);
  if (alone) return { months: undefined, edges: [alone] };
  const to = isInLastYear(until) ? undefined : until;
  const { month: first, edge: before } = startOf(from);
  const { month: last, edge: after } = endOf(to);
  const isEmpty = first !== undefined && last !== undefined && first > last;
  return { months: isEmpty ? undefined : { first, last }, edges: [before, after].filter((edge) => edge !== undefined) };
}

/** The last year of four digits: beyond it no day has a name, and no record lies there. */
const isInLastYear = (day: CalendarDate | undefined): boolean => day !== undefined && day >= "9999";

/** The span as days where it has no whole month: a part of one, or days after which no month has a name. */
function daysAlone(from: CalendarDate | undefined, to: CalendarDate | undefined): Edge | undefined {
  if (from === undefined) return undefined;
  if (isInLastYear(from)) return { from, to: to ?? calendarDate("9999-12-31"), sign: 1 };
  return to !== undefined && isPartOfOneMonth(from, to) ? { from, to, sign: 1 } : undefined;
}

const isPartOfOneMonth = (from: CalendarDate, to: CalendarDate): boolean => firstOfMonth(from) === firstOfMonth(to) && !(firstOfMonth(from) === from && lastOfMonth(to) === to);

/** The first or last month that is counted whole, and the edge that puts it right. Of a month that is meant by more than half the rest is taken away. */
type Bound = { readonly month?: CalendarDate; readonly edge?: Edge };

function startOf(from: CalendarDate | undefined): Bound {
  if (from === undefined) return {};
  const month = firstOfMonth(from);
  if (from === month) return { month };
  if (Number(from.slice(8)) <= 16) return { month, edge: { from: month, to: addDays(from, -1), sign: -1 } };
  return { month: addMonths(month, 1), edge: { from, to: lastOfMonth(from), sign: 1 } };
}

function endOf(to: CalendarDate | undefined): Bound {
  if (to === undefined) return {};
  const month = firstOfMonth(to);
  if (to === lastOfMonth(to)) return { month };
  if (Number(to.slice(8)) >= 16) return { month, edge: { from: addDays(to, 1), to: lastOfMonth(to), sign: -1 } };
  return { month: addMonths(month, -1), edge: { from: month, to, sign: 1 } };
}
