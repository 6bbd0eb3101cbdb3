import { type Clock, clockCodes } from "@/lib/codelists/clock";
import { addDays, type CalendarDate, parseCalendarDate } from "@/lib/kernel/calendar-date";
import { boardRequest, type BoardDates, boardDatesOf, type BoardRequest, noDay, notYetKnown, type SearchParams, shownText, textOf } from "../schema";

/** Days between the two dates where the address names none. */
const usualSpanDays = 30;

/** What the address of the changes page asks for: two days of one clock, and where the other stands still. */
export type ChangesRequest = {
  readonly clock: Clock;
  readonly clockError: string | undefined;
  readonly fromText: string;
  readonly fromError: string | undefined;
  readonly toText: string;
  readonly toError: string | undefined;
  /** Undefined where one of the days is wrong: then nothing is compared. */
  readonly span: { readonly from: CalendarDate; readonly to: CalendarDate } | undefined;
  readonly fixed: BoardRequest;
};

/** Reads `?from=&to=&clock=&asOf=&knownAt=&agreement=`. Without dates it is the last thirty days; a wrong one is explained beside its field. */
export function changesRequest(params: SearchParams, today: CalendarDate): ChangesRequest {
  const { clock, clockError } = clockOf(textOf(params, "clock"));
  const to = dayOf(textOf(params, "to") || today, clock, today);
  const from = dayOf(textOf(params, "from") || addDays(to.day ?? today, -usualSpanDays), clock, today);
  const turned = turnedError(from.day, to.day);
  const span = from.day && to.day && !turned ? { from: from.day, to: to.day } : undefined;
  return { clock, clockError, fromText: from.text, fromError: from.error, toText: to.text, toError: to.error ?? turned, span, fixed: boardRequest(params, today) };
}

function clockOf(text: string): Pick<ChangesRequest, "clock" | "clockError"> {
  const clock = text === "" ? "world" : clockCodes.find((code) => code === text);
  return clock ? { clock, clockError: undefined } : { clock: "world", clockError: `“${shownText(text)}” is no clock of the board. Days of the world are compared.` };
}

type DayRead = { readonly text: string; readonly day: CalendarDate | undefined; readonly error: string | undefined };

function dayOf(text: string, clock: Clock, today: CalendarDate): DayRead {
  const day = parseCalendarDate(text);
  if (day === undefined) return { text: shownText(text), day, error: noDay(text) };
  return clock === "knowledge" && day > today ? { text, day: undefined, error: notYetKnown(day) } : { text, day, error: undefined };
}

const turnedError = (from: CalendarDate | undefined, to: CalendarDate | undefined): string | undefined =>
  from !== undefined && to !== undefined && from >= to ? `The second day has to lie after the first, ${from}.` : undefined;

type Moment = { readonly asOf: CalendarDate; readonly knownOn: CalendarDate | undefined };
export type ComparedMoments = { readonly before: Moment; readonly after: Moment };

/** The two moments that a request compares: only its own clock moves. Undefined where its days are wrong. */
export function comparedMoments({ clock, span, fixed }: ChangesRequest): ComparedMoments | undefined {
  if (!span) return undefined;
  const momentOn = (day: CalendarDate): Moment => (clock === "world" ? { asOf: day, knownOn: fixed.knownOn } : { asOf: fixed.asOf, knownOn: day });
  return { before: momentOn(span.from), after: momentOn(span.to) };
}

/** Both moments as the engine takes them. */
export const comparedDates = ({ before, after }: ComparedMoments): { before: BoardDates; after: BoardDates } => ({ before: boardDatesOf(before), after: boardDatesOf(after) });
