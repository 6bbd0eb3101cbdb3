import { z } from "zod";
import { dayField, instantField, oneOf, textField } from "@/lib/codelists/code-schema";
import { obligationEffectCodes } from "@/lib/codelists/obligation-effect";
import { obligationRelationCodes } from "@/lib/codelists/obligation-relation";
import { timePrecisionCodes } from "@/lib/codelists/time-precision";
import { verificationCodes } from "@/lib/codelists/verification";
import { confidenceCodes } from "@/lib/codelists/source-basis";
import { type CalendarDate, calendarDate, parseCalendarDate } from "@/lib/kernel/calendar-date";

const count = z.number().int().nonnegative().nullable();

export const milestoneFigure = z.strictObject({ what: textField, low: count, best: count, high: count, unit: textField, reportedBy: textField, note: textField.nullable() });

/** A dated step as the reference data tells it, with what it does to each duty. */
export const milestoneInput = z
  .strictObject({
    key: z.string().trim().min(1),
    kind: textField,
    occurredStart: dayField,
    occurredEnd: dayField.nullable(),
    timePrecision: oneOf(timePrecisionCodes),
    occurredAt: z.union([instantField, z.date()]).nullable(),
    what: textField,
    claimedBy: z.array(textField),
    confirmedBy: z.array(textField),
    deniedBy: z.array(textField),
    verification: oneOf(verificationCodes),
    verificationRule: textField,
    note: textField.nullable(),
    confidence: oneOf(confidenceCodes),
    isDemonstration: z.boolean().default(true),
    figures: z.array(milestoneFigure),
    obligations: z.array(z.strictObject({ code: z.string(), relation: oneOf(obligationRelationCodes), effect: oneOf(obligationEffectCodes), isAcknowledged: z.boolean() })),
    sourceKeys: z.array(z.string()),
    knownAt: z.union([instantField, z.date()]),
  })
  .refine((input) => input.occurredEnd === null || input.occurredEnd >= input.occurredStart, { path: ["occurredEnd"], error: "The last day is before the first." });

export type MilestoneInput = z.input<typeof milestoneInput>;
export type MilestoneRecord = z.output<typeof milestoneInput>;

export type BoardDates = { readonly asOf: CalendarDate; readonly knownAt?: Date | undefined };

/** What the address of a board page asks for, and what is wrong with it: a bad date is said beside its field. */
export type BoardRequest = { readonly asOf: CalendarDate; readonly agreement: string | undefined; readonly asOfError: string | undefined; readonly asOfText: string };

type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;
const firstOf = (value: string | readonly string[] | undefined): string | undefined => (typeof value === "string" ? value : value?.[0]);

/** Reads `?asOf=&agreement=`; a date that does not exist falls back to `today` with a message. */
export function boardRequest(params: SearchParams, today: CalendarDate): BoardRequest {
  const text = firstOf(params["asOf"])?.trim() ?? "";
  const parsed = text === "" ? today : parseCalendarDate(text);
  const agreement = firstOf(params["agreement"])?.trim();
  return {
    asOf: parsed ?? today,
    agreement: agreement === "" ? undefined : agreement,
    asOfError: parsed ? undefined : `“${text.slice(0, 40)}” is not a day on the calendar; write it as YYYY-MM-DD. The board of ${today} is shown.`,
    asOfText: text === "" ? today : text.slice(0, 40),
  };
}

const isDay = (text: string): boolean => parseCalendarDate(text) !== undefined;

/** The query of `GET /board` and `GET /obligations/{code}`. */
export const boardQuery = z.object({
  agreement: z.string().trim().min(1).optional(),
  asOf: z.string().refine(isDay, { error: "Not a day on the calendar; write YYYY-MM-DD." }).transform(calendarDate).optional(),
  knownAt: z.iso.datetime({ offset: true, error: "Not an instant; write YYYY-MM-DDTHH:MM:SSZ." }).transform((text) => new Date(text)).optional(),
});
