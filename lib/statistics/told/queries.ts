import type { IncidentScope } from "@/lib/incidents/policy";
import { countIncidents } from "@/lib/incidents/queries";
import type { IncidentFilter } from "@/lib/incidents/schema";
import { calendarDate, type CalendarDate } from "@/lib/kernel/calendar-date";
import { monthsBetween } from "@/lib/map/domain/months";
import { listPresences } from "../coverage/queries";
import { type Counted, dimensionCodes } from "../domain/dimension";
import { ledgerSeries } from "../domain/ledger-series";
import { comparedPeriod, type Period, previousPeriod, sinceReference } from "../domain/period";
import type { Comparison, Told, TrendMonth } from "../domain/told";
import { watchedShare } from "../domain/watched";
import { listNames } from "../names/queries";
import { countBy, ledgersIn } from "../queries";

/** Everything that the page tells of the filter, up to the day of the last record, compared with the time since a day. */
export async function tellStatistics(scope: IncidentScope, filter: IncidentFilter, { since, last }: { since: CalendarDate; last: CalendarDate }): Promise<Told> {
  const counted = (by: Parameters<typeof countBy>[2], over: Partial<IncidentFilter> = {}) => countBy(scope, { ...filter, ...over }, by);
  const [{ count }, names, presences, byMonth, byUnit, byObligation, bySeverity, byReporter, comparison] = await Promise.all([
    countIncidents(scope, filter), listNames(dimensionCodes), listPresences(filter.obligation),
    counted(["month", "type"]), counted(["unit", "verification"]), counted(["obligation"]), counted(["severity"]), counted(["reporter", "month", "verification"]),
    compare(counted, { filter, since, last }),
  ]);
  const months = trendMonths(byMonth, filter).map((month) => ({ ...month, watched: watchedShare(month, presences) }));
  const ledgers = ledgerSeries(byReporter, ledgersIn(byReporter, names), months.map(({ month }) => month));
  return { count, names, months, byMonth, byUnit, byObligation, bySeverity, ledgers, comparison };
}

type Count = (by: readonly ["type"], over: Partial<IncidentFilter>) => Promise<Counted[]>;

async function compare(count: Count, { filter, since, last }: { filter: IncidentFilter; since: CalendarDate; last: CalendarDate }): Promise<Comparison> {
  const dayOf = (text: string | undefined) => (text === undefined ? undefined : calendarDate(text));
  const period = comparedPeriod({ from: dayOf(filter.from), to: dayOf(filter.to) }, last);
  const [previous, whole] = [previousPeriod(period), sinceReference(since, period)];
  const within = ({ from, to }: Period): Promise<Counted[]> => count(["type"], { from, to });
  const [now, before, sinceThen] = await Promise.all([within(period), within(previous), whole ? within(whole) : []]);
  return { period, previous, since: whole, counts: { period: now, previous: before, since: sinceThen } };
}

/** Every month from the first in which a counted record began to the last, without a gap, and all of those that the filter names. */
function trendMonths(counted: readonly Counted[], { from, to }: IncidentFilter): Omit<TrendMonth, "watched">[] {
  const asked = [from, to].flatMap((day) => (day === undefined ? [] : [day.slice(0, 7)]));
  const occurring = [...counted.flatMap(({ key }) => key.month ?? []), ...asked].sort();
  const [first, last] = [occurring[0], occurring.at(-1)];
  if (first === undefined || last === undefined) return [];
  return monthsBetween(calendarDate(`${first}-01`), calendarDate(`${last}-01`)).map(({ from, to }) => ({ month: from.slice(0, 7), from, to }));
}
