import { addDays, addMonths, parseCalendarDate, type CalendarDate } from "@/lib/kernel/calendar-date";
import { finding, plainly, saying, type Finding, type Reading } from "./reason";

export type DateOrder = "YMD" | "DMY" | "MDY";
/** A cell of a date: its day, the last day where it names a month or a year, and the clock that stood behind the day. */
export type DayCell = { readonly day: CalendarDate | null; readonly last: CalendarDate | null; readonly clock: string | null };

const nothing: DayCell = { day: null, last: null, clock: null };
const onDay = (day: CalendarDate, clock: string | null = null): DayCell => ({ day, last: null, clock });
const refused = (code: "invalid_date" | "date_out_of_range", text: string): Reading<DayCell> =>
  saying(nothing, finding(code, code === "invalid_date" ? `“${text}” is not a day on the calendar; write YYYY-MM-DD.` : `“${text}” is before 1900-01-01, the first day that a record may name.`));

const earliest = "1900-01-01";
const clock = String.raw`(?:[T\s]\s*(\d{1,2}:\d{2}.*))?`;
const yearFirst = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${clock}$`, "i");
const yearLast = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${clock}$`, "i");
const dayMonthName = new RegExp(String.raw`^(\d{1,2})(?:st|nd|rd|th)?[-\s./]+([a-z]{3,9})\.?,?[-\s./]+(\d{4}|\d{2})${clock}$`, "i");
const monthNameDay = new RegExp(String.raw`^([a-z]{3,9})\.?[-\s]+(\d{1,2})(?:st|nd|rd|th)?,?[-\s]+(\d{4})${clock}$`, "i");
const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

const monthOf = (name: string): number => months.findIndex((month) => month === name.toLowerCase() || month.slice(0, 3) === name.toLowerCase() || (name.toLowerCase() === "sept" && month === "september")) + 1;
const dayOf = (year: number, month: number, day: number): CalendarDate | undefined =>
  parseCalendarDate(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`);

/** Two figures of a year: 00 to 69 are of this century, as in POSIX; said with the row each time. */
const fullYear = (digits: string): number => (digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900));

/** Day number 1 of a spreadsheet is 1 January 1900; its leap day of 1900, which never was, makes the zero 30 December 1899 from March 1900 on. */
export const dayOfSerial = (serial: number, epoch: "1900" | "1904" = "1900"): CalendarDate => addDays((epoch === "1900" ? "1899-12-30" : "1904-01-01") as CalendarDate, Math.floor(serial));

type Numbers = { year: number; first: number; second: number };
type Ordered = { found: readonly Finding[]; day: CalendarDate };

/** The day that figures stand for under the file's order; another order is only proposed, never taken. */
function inOrder({ year, first, second }: Numbers, order: DateOrder, text: string): Ordered | undefined {
  const readings = { DMY: dayOf(year, second, first), MDY: dayOf(year, first, second) };
  const chosen = order === "YMD" ? undefined : readings[order];
  if (chosen !== undefined) return { day: chosen, found: [] };
  const [only, other] = [...new Set([readings.DMY, readings.MDY].filter((day) => day !== undefined))];
  if (only === undefined) return undefined;
  const isPlain = order === "YMD" && other === undefined;
  return { day: only, found: isPlain ? [] : [finding("date_order_conflict", `“${text}” is no day in the order of this file (${order}).`, only)] };
}

function numeric(text: string, order: DateOrder): Reading<DayCell> | undefined {
  const [, first = "", , second = "", year = "", time] = yearLast.exec(text) ?? [];
  if (year === "") return undefined;
  const ordered = inOrder({ year: fullYear(year), first: Number(first), second: Number(second) }, order, text);
  return ordered === undefined ? refused("invalid_date", text) : { value: onDay(ordered.day, time ?? null), found: [...ordered.found, ...shortYear(year, ordered.day)] };
}

const shortYear = (year: string, day: CalendarDate): Finding[] =>
  year.length === 4 ? [] : [finding("two_digit_year", `The year has two figures; it is read as ${day.slice(0, 4)}.`, day)];

function named(text: string): Reading<DayCell> | undefined {
  const [, day = "", month = "", year = "", time] = dayMonthName.exec(text) ?? reordered(monthNameDay.exec(text)) ?? [];
  if (year === "") return undefined;
  const read = dayOf(fullYear(year), monthOf(month), Number(day));
  return read === undefined ? refused("invalid_date", text) : { value: onDay(read, time ?? null), found: shortYear(year, read) };
}

const reordered = (match: RegExpExecArray | null): (string | undefined)[] | null => match && [match[0], match[2], match[1], match[3], match[4]];

/** A number that a spreadsheet keeps for a day is never taken for one without a person's word: 44145 may as well be a count. */
function serial(text: string): Reading<DayCell> | undefined {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return undefined;
  const number = Number(text.replace(",", "."));
  if (number > 73_050) return undefined;
  const day = dayOfSerial(number);
  const minutes = Math.round((number % 1) * 1440) % 1440;
  const time = minutes === 0 ? null : `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  return saying(onDay(day, time), finding("excel_serial_date", `“${text}” may be the number of a day in a spreadsheet.`, time === null ? day : `${day} ${time}`));
}

/** A month or a year is a span of days; what it is recorded as is proposed. */
function partial(text: string): Reading<DayCell> | undefined {
  const [, year = "", month] = /^(\d{4})(?:[-/.](\d{1,2}))?$/.exec(text) ?? [];
  if (year === "" || year < "1900" || year > "2100") return undefined;
  const day = dayOf(Number(year), Number(month ?? "1"), 1);
  if (day === undefined) return undefined;
  const last = addDays(addMonths(day, month === undefined ? 12 : 1), -1);
  return saying({ day, last, clock: null }, finding("partial_date", `“${text}” names no day; it would be recorded as ${day} to ${last}.`, `${day}/${last}`));
}

function iso(text: string): Reading<DayCell> | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, year = "", , month = "", day = "", time] = yearFirst.exec(text) ?? (compact && [compact[0], compact[1], "", compact[2], compact[3]]) ?? [];
  if (year === "") return undefined;
  const read = dayOf(Number(year), Number(month), Number(day));
  return read === undefined ? refused("invalid_date", text) : plainly(onDay(read, time ?? null));
}

/**
 * A cell of a date, read in the file's order of day and month. Impossible days are refused, never rolled over; a form that may mean
 * two things is held with a proposal. Days are plain days and are pushed through no zone.
 */
export function readDay(text: string, order: DateOrder): Reading<DayCell> {
  if (text === "") return plainly(nothing);
  const reading = iso(text) ?? numeric(text, order) ?? named(text) ?? serial(text) ?? partial(text) ?? refused("invalid_date", text);
  const { day } = reading.value;
  return day !== null && day < earliest ? refused("date_out_of_range", text) : reading;
}

/** What a cell tells about the order of day and month in its column: `either` where both are days; undefined where it tells nothing. */
export function orderShownBy(text: string): "DMY" | "MDY" | "either" | undefined {
  const [, first = "", , second = ""] = yearLast.exec(text) ?? [];
  const [a, b] = [Number(first), Number(second)];
  if (first === "" || a === b || (a > 12 && b > 12)) return undefined;
  return a > 12 ? "DMY" : b > 12 ? "MDY" : "either";
}
