import { z } from "zod";
import { dayField, oneOf, storedInstantField, textField } from "@/lib/codelists/code-schema";
import { confidenceCodes } from "@/lib/codelists/source-basis";
import { timePrecisionCodes } from "@/lib/codelists/time-precision";
import { truceOutcomeCodes } from "@/lib/codelists/truce-outcome";
import { boardRequest, type BoardRequest, noDay, type SearchParams, shownText, textOf } from "@/lib/compliance/schema";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { type TruceSort, truceSorts } from "./domain/comparison";

const instant = storedInstantField.nullable().default(null);
const speakers = z.array(z.string().min(1)).default([]);

/** One account of what became of a truce. Two speakers who differ make two rows. */
export const outcomeInput = z.strictObject({
  kind: oneOf(truceOutcomeCodes),
  occurredOn: dayField,
  precision: oneOf(timePrecisionCodes).default("T4_DAY"),
  occurredAt: instant,
  earliestAt: instant,
  latestAt: instant,
  allegedBy: speakers,
  deniedBy: speakers,
  note: textField.nullable().default(null),
  confidence: oneOf(confidenceCodes),
  sources: z.array(z.string().min(1)).min(1, { error: "Name the source of it." }),
});
export type OutcomeInput = z.infer<typeof outcomeInput>;

/** What the address of the comparison asks for: a day on each clock, whose reports count, and the order of the table. */
export type TruceRequest = BoardRequest & { readonly by: string | undefined; readonly sort: TruceSort; readonly isDescending: boolean };

/** Reads `?asOf=&knownAt=&by=&sort=&order=`; a column that is none leaves the order of the days in force. */
export function truceRequest(params: SearchParams, today: CalendarDate): TruceRequest {
  const dates = boardRequest(params, today);
  const sort = truceSorts.find((name) => name === textOf(params, "sort")) ?? "inForce";
  const asOfError = dates.asOfError === undefined ? undefined : `${noDay(dates.asOfText)} ${today} is shown.`;
  return { ...dates, asOfError, by: shownText(textOf(params, "by")) || undefined, sort, isDescending: textOf(params, "order") === "desc" };
}
