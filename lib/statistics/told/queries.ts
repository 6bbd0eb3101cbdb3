import type { IncidentScope } from "@/lib/incidents/policy";
import { countIncidents } from "@/lib/incidents/queries";
import type { IncidentFilter } from "@/lib/incidents/schema";
import { calendarDate, type CalendarDate } from "@/lib/kernel/calendar-date";
import { type Month, monthsBetween } from "@/lib/map/domain/months";
import { listPresences } from "../coverage/queries";
import { type Counted, dimensionCodes } from "../domain/dimension";
import { ledgerSeries, seriesOf } from "../domain/ledger-series";
import { comparedPeriod, type Period, previousPeriod, sinceReference } from "../domain/period";
import type { Comparison, Told, TrendMonth } from "../domain/told";
import { watchedShare } from "../domain/watched";
import { listNames } from "../names/queries";
import { countBy, ledgersIn } from "../queries";

/** Everything that the page tells of the filter, up to the day of the last record, compared with the time since a day. */
export async function tellStatistics(scope: IncidentScope, filter: IncidentFilter, { since, last }: { since: CalendarDate; last: CalendarDate }): Promise<Told> {
  const counted = (by: Parameters<typeof countBy>[2], over: Partial<IncidentFilter> = {}) => countBy(scope, { ...filter, ...over }, by);
  const [{ count }, names, presences, byMonth, byUnit, byObligation, bySeverity, byReporter, byLevel, comparison] = await Promise.all([
    countIncidents(scope, filter), listNames(dimensionCodes), listPresences(filter.obligation),
    counted(["month", "type"]), counted(["unit", "verification"]), counted(["obligation"]), counted(["severity"]), counted(["reporter", "month", "verification"]), counted(["month", "verification"]),
    compare(counted, { filter, since, last }),
  ]);
  const months = trendMonths(byMonth, filter).map((month) => ({ ...month, watched: watchedShare(month, presences) }));
  const monthsShown = months.map(({ month }) => month);
  const ledgers = ledgerSeries(byReporter, ledgersIn(byReporter, names), monthsShown);
  return { count, names, months, byMonth, byUnit, byObligation, bySeverity, ledgers, known: seriesOf(byLevel, monthsShown), comparison };
}

type Count = (by: readonly ["type"], over: Partial<IncidentFilter>) => Promise<Counted[]>;

async function compare(count: Count, { filter, since, last }: { filter: IncidentFilter; since: CalendarDate; last: CalendarDate }): Promise<Comparison> {
  const dayOf = (text: string | undefined) => (text === undefined ? undefined : calendarDate(text));
  const period = comparedPeriod({ from: dayOf(filter.from), to: dayOf(filter.to) }, last);
  const [previous, whole] = [previousPeriod(period), sinceReference(since, period)];
  const within = ({ from, to }: Period): Promise<Counted[]> => count(["type"], { from, to });
  const [now, before, sinceThen] = await Promise.all([within(period), previous ? within(previous) : [], whole ? within(whole) : []]);
  return { period, previous, since: whole, counts: { period: now, previous: before, since: sinceThen } };
}

/** Every month from the first in which a counted record began to the last, without a gap, and all of those that the filter names where these are no more than can be drawn. */
function trendMonths(counted: readonly Counted[], { from, to }: IncidentFilter): Omit<TrendMonth, "watched">[] {
  const occurring = [...new Set(counted.flatMap(({ key }) => key.month ?? []))].sort();
  const asked = [...occurring, ...[from, to].flatMap((day) => (day === undefined || day > lastDrawn ? [] : [day.slice(0, 7)]))].sort();
  return monthsWithin(yearsApart(asked) > mostYears ? occurring : asked).map(({ from, to }) => ({ month: from.slice(0, 7), from, to }));
}

/** Of more years than these a picture has no room for a month. */
const mostYears = 50;
/** The last month that has a name has none after it. */
const lastDrawn = "9999-11-30";
const yearsApart = (months: readonly string[]): number => Number((months.at(-1) ?? "").slice(0, 4)) - Number((months[0] ?? "").slice(0, 4));

/** The months from the first to the last of some in their order. */
function monthsWithin(months: readonly string[]): Month[] {
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined ? [] : monthsBetween(calendarDate(`${first}-01`), calendarDate(`${last}-01`));
}
