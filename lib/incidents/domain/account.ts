import type { LocationPrecision } from "@/lib/codelists/location-precision";
import type { TimePrecision } from "@/lib/codelists/time-precision";
import { namesAlike } from "@/lib/duplicates/domain/names";
import { addDays, addMonths, type CalendarDate, calendarDate } from "@/lib/kernel/calendar-date";
import { standingAffirmations, type LedgerLine } from "./ledger";
import { spokenForms } from "./place-name";

/** A place as somebody names it: the place on file that is meant, where one is, and every form of its name. */
export type ToldPlace = { readonly id: number | null; readonly unit: string | null; /** A district or more, in which others lie. */ readonly isArea: boolean; readonly forms: readonly string[] };

/** What the record itself says of when and where, as the claims are held against it. */
export type Account = {
  readonly occurred: { readonly start: string; readonly end: string | null; readonly precision: TimePrecision };
  readonly place: ToldPlace & { readonly precision: LocationPrecision };
};

/** Places within which others lie; a settlement named in one account and its district in another are no contradiction. */
const areaKinds: readonly string[] = ["DISTRICT", "AUTONOMOUS_REPUBLIC"];

type OnFile = { readonly id: number; readonly unitCode: string | null; readonly kind: string; readonly forms: readonly string[] };

/** A written name with what is known of the place that it stands for. */
export const toldPlace = (name: string | null, place: OnFile | undefined): ToldPlace => ({
  id: place?.id ?? null,
  unit: place?.unitCode ?? null,
  isArea: place !== undefined && areaKinds.includes(place.kind),
  forms: [...(place?.forms ?? []), ...(name === null ? [] : spokenForms(name))],
});

type Given = { readonly first: CalendarDate; readonly last: CalendarDate; /** The record names its last day. */ readonly hasEnd: boolean };
type Span = readonly [first: string, last: string];

const asGiven = ({ first, last }: Given): Span => [first, last];
const upTo = (days: number) => ({ first, last, hasEnd }: Given): Span => [first, hasEnd ? last : addDays(first, days)];

/** The first and the last day that each precision allows for; undefined where the time is not known. */
const spans: Record<TimePrecision, (given: Given) => Span | undefined> = {
  T0_UNKNOWN: () => undefined,
  T1_MINUTE: asGiven,
  T2_HOUR: asGiven,
  T3_PART_OF_DAY: asGiven,
  T4_DAY: asGiven,
  T5_DAY_RANGE: upTo(5),
  T6_WEEK: upTo(6),
  T7_MONTH: ({ first, last }) => [`${first.slice(0, 7)}-01`, addDays(addMonths(calendarDate(`${last.slice(0, 7)}-01`), 1), -1)],
  T8_YEAR: ({ first, last }) => [`${first.slice(0, 4)}-01-01`, `${last.slice(0, 4)}-12-31`],
};

const spanOf = ({ start, end, precision }: Account["occurred"]): Span | undefined => spans[precision]({ first: calendarDate(start), last: calendarDate(end ?? start), hasEnd: end !== null });

/**
 * Whether standing claims give days for the event that can't all be right: one lies outside the days that the record allows for, or two
 * differ though the record lasts a day. Of an event of several days each claim may tell of another one.
 */
export function hasDateConflict(ledger: readonly LedgerLine[], { occurred }: Account): boolean {
  const days = standingAffirmations(ledger).flatMap((line) => line.eventOn ?? []);
  const span = spanOf(occurred);
  if (span && days.some((day) => day < span[0] || day > span[1])) return true;
  const isLasting = occurred.end !== null && occurred.end > occurred.start;
  return !isLasting && new Set(days).size > 1;
}

/** Precisions of a record that name no place to hold a claim's place against. */
const tooWide: readonly LocationPrecision[] = ["L5_REGION", "L6_LINE_SECTOR", "L7_COUNTRY", "L8_AIR_WATER", "L0_UNKNOWN"];

/** Whether standing claims put the event at places that can't be one: two of them, or one of them and the record. */
export function hasPlaceConflict(ledger: readonly LedgerLine[], { place }: Account): boolean {
  const told = standingAffirmations(ledger).flatMap((line) => line.eventPlace ?? []);
  const own = tooWide.includes(place.precision) ? [] : [{ ...place, isArea: place.isArea || place.precision === "L4_DISTRICT" }];
  return [...told, ...own].some((one, index, all) => all.slice(index + 1).some((other) => !mayBeOne(one, other)));
}

/** How alike two names must be to count as spellings of one. */
const alikeFrom = 0.75;

/** Whether two names may mean one place: the same on file, a district and what lies in it, or spellings of one name. Without a name only districts speak. */
function mayBeOne(a: ToldPlace, b: ToldPlace): boolean {
  if (a.id !== null && a.id === b.id) return true;
  const isUnitKnown = a.unit !== null && b.unit !== null;
  if (isUnitKnown && (a.isArea || b.isArea)) return a.unit === b.unit;
  return a.forms.length === 0 || b.forms.length === 0 ? !isUnitKnown || a.unit === b.unit : mayBeSpellings(a, b);
}

/** Two places that are both on file are two. */
const mayBeSpellings = (a: ToldPlace, b: ToldPlace): boolean => (a.id === null || b.id === null) && namesAlike(a.forms, b.forms) >= alikeFrom;
