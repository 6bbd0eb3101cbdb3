import { boardRequest, type BoardRequest, noDay, type SearchParams, shownText, textOf } from "@/lib/compliance/schema";
import type { CalendarDate } from "@/lib/kernel/calendar-date";

/** What the address of a clause page asks for: two wordings, and a day on each clock. */
export type ClauseRequest = BoardRequest & { readonly base: string | undefined; readonly other: string | undefined };

/** Reads `?base=&other=&asOf=&knownAt=`; what names nothing is answered beside its field. */
export function clauseRequest(params: SearchParams, today: CalendarDate): ClauseRequest {
  const keyOf = (name: string): string | undefined => shownText(textOf(params, name)) || undefined;
  const dates = boardRequest(params, today);
  const asOfError = dates.asOfError === undefined ? undefined : `${noDay(dates.asOfText)} ${today} is shown.`;
  return { ...dates, asOfError, base: keyOf("base"), other: keyOf("other") };
}

/** The number of a clause in an address, or undefined where it is none. */
export const clauseNumber = (text: string): number | undefined => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined);
