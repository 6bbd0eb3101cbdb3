import { requireActor } from "@/lib/auth/session";
import { type FilterChoices, listFilterChoices } from "@/lib/incidents/filter/choices/queries";
import { type IncidentScope, mayExport, scopeOf } from "@/lib/incidents/policy";
import { filterFromSearchParams, type IncidentFilter } from "@/lib/incidents/schema";
import { type CalendarDate, parseCalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import type { FieldError } from "@/lib/kernel/refusal";
import type { Result } from "@/lib/kernel/result";
import { findDays } from "@/lib/map/days/queries";
import type { Told } from "./domain/told";
import { findReferenceDay } from "./reference/queries";
import { tellStatistics } from "./told/queries";

export type StatisticsPage = {
  readonly choices: FilterChoices;
  readonly mayExport: boolean;
  readonly errors: readonly FieldError[];
  /** The day of reference as the address has it, or the one that stands in for it. */
  readonly sinceText: string;
  /** Undefined where the address can't be read, or no record is on file. */
  readonly told: Told | undefined;
};

/** The statistics of an address' filters: of what stands published, unless they name states. */
export async function loadStatistics(searchParams: URLSearchParams): Promise<StatisticsPage> {
  const actor = await requireActor();
  const scope = scopeOf(actor);
  const [choices, reference] = await Promise.all([listFilterChoices(scope), findReferenceDay()]);
  const today = utcDayOf(new Date());
  const sinceText = searchParams.get("since")?.trim() || (reference ?? today);
  const since = parseCalendarDate(sinceText);
  const filter = filterFromSearchParams(searchParams);
  const told = filter.ok && since ? await tell(scope, filter.value, { since, today }) : undefined;
  return { choices, mayExport: mayExport(actor), errors: errorsOf(filter, since ? undefined : sinceText), sinceText, told };
}

function errorsOf(filter: Result<IncidentFilter>, wrongDay: string | undefined): FieldError[] {
  const ofFilter = filter.ok || filter.refusal.kind !== "invalid" ? [] : filter.refusal.errors;
  return wrongDay === undefined ? [...ofFilter] : [...ofFilter, { path: "since", code: "not_a_day", message: `“${wrongDay.slice(0, 40)}” is not a day on the calendar; write it as YYYY-MM-DD.` }];
}

async function tell(scope: IncidentScope, filter: IncidentFilter, { since, today }: { since: CalendarDate; today: CalendarDate }): Promise<Told | undefined> {
  const days = await findDays(scope);
  return days && tellStatistics(scope, statesAsked(filter), { since, last: days.last < today ? days.last : today });
}

/** What stands published, where the address names no state: drafts, and what was corrected or taken back, would count an event twice. */
const statesAsked = (filter: IncidentFilter): IncidentFilter => ({ ...filter, workflow: filter.workflow.length > 0 ? filter.workflow : ["PUBLISHED"] });
