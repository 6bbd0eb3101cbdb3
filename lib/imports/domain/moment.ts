import type { TimePrecision } from "@/lib/codelists/time-precision";
import type { IncidentZone } from "@/lib/codelists/zone";
import { addDays, daysBetween, type CalendarDate } from "@/lib/kernel/calendar-date";
import type { ClockCell } from "./clock";
import type { DayCell } from "./day";
import { finding } from "./reason";
import type { OpenRecord } from "./record";
import type { ImportedIncident } from "./row";
import type { Run } from "./run";
import { isNullToken } from "./text";
import { placeTime } from "./zone";

type Occurred = ImportedIncident["occurred"];

/** The columns that say when, and how exactly a data set says it knows; null where the file leaves it to us. */
export type MomentColumns = { readonly date: string; readonly end: string; readonly precision: TimePrecision | null };

const given = (text: string): string => (isNullToken(text) ? "" : text);

/** When it happened; undefined where the record can't be kept (the reasons say why). */
export function momentOf(record: OpenRecord, run: Run, columns: MomentColumns): Occurred | undefined {
  const start = startOf(record, run, columns.date);
  if (start?.day == null) return undefined;
  const placed = timeOf(record, run, { ...start, day: start.day, column: columns.date });
  const end = endOf(record, run, { column: columns.end, start: start.last === null ? null : start, shift: daysBetween(start.day, placed.day) });
  const isLate = [placed.day, end].some((day) => day !== null && day > run.lastDay);
  if (isLate) record.say(columns.date, finding("date_in_future", `${placed.day}${end === null ? "" : ` to ${end}`} has not come yet; records are of what happened.`));
  if (end !== null && end < placed.day) record.say(columns.end, finding("end_before_start", `The end, ${end}, is before the start, ${placed.day}.`));
  const span = end === null ? 0 : daysBetween(placed.day, end);
  return { end, precision: columns.precision ?? precisionOf(span, placed.time), start: placed.day, time: placed.time, zone: placed.zone };
}

function startOf(record: OpenRecord, run: Run, column: string): DayCell | undefined {
  const text = given(record.text(column));
  if (text !== "") return record.take(column, run.day(text));
  record.say(column, finding("missing_date", "The record names no day."));
  return undefined;
}

type Started = DayCell & { readonly day: CalendarDate; readonly column: string };
type Placed = { readonly day: CalendarDate; readonly time: string | null; readonly zone: IncidentZone | null };

function timeOf(record: OpenRecord, run: Run, { day, clock, column }: Started): Placed {
  const own = record.take("event_time", run.clock(given(record.text("event_time"))));
  const behindDay = clock === null ? undefined : record.take(column, run.clock(clock));
  const { time, nextDay, zone } = agreed(record, own, behindDay);
  const zoneText = given(record.text("timezone")) || zone;
  const cell = run.zone(zoneText);
  if (time === null) {
    if (cell.found.length > 0) record.say("timezone", finding("timezone_unused", `“${zoneText}” is not needed: the record names no time of day.`));
    return { day, time, zone: cell.value !== undefined && "zone" in cell.value ? cell.value.zone : null };
  }
  const onDay = nextDay ? addDays(day, 1) : day;
  record.take("timezone", cell);
  if (cell.found.length > 0) return { day: onDay, time, zone: "Asia/Baku" };
  return record.take("timezone", placeTime({ day: onDay, time }, cell.value));
}

/** The time of its own column, else the one behind the day. Midnight behind a day says that no time is known, as UCDP and spreadsheets write it. */
function agreed(record: OpenRecord, own: ClockCell, behindDay: ClockCell | undefined): ClockCell {
  if (behindDay === undefined || behindDay.time === null || (behindDay.time === "00:00" && !behindDay.nextDay)) return own;
  if (own.time === null) return behindDay;
  if (own.time !== behindDay.time) record.say("event_time", finding("time_conflict", `The time is given twice: ${own.time} here and ${behindDay.time} with the day.`, own.time));
  return own.zone === "" ? { ...own, zone: behindDay.zone } : own;
}

type Ending = { readonly column: string; readonly start: DayCell | null; readonly shift: number };

/** The last day, where the record names one; the last day of a month or year that stood for the first. */
function endOf(record: OpenRecord, run: Run, { column, start, shift }: Ending): CalendarDate | null {
  const text = given(record.text(column));
  if (text === "") return start?.last ?? null;
  const { day, last } = record.take(column, run.day(text));
  return day === null ? null : addDays(last ?? day, shift);
}

function precisionOf(span: number, time: string | null): TimePrecision {
  if (span > 31) return "T8_YEAR";
  if (span > 7) return "T7_MONTH";
  if (span > 5) return "T6_WEEK";
  if (span > 0) return "T5_DAY_RANGE";
  return time === null ? "T4_DAY" : "T1_MINUTE";
}
