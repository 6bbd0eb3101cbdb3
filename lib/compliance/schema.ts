import { z } from "zod";
import { dayField, instantField, oneOf, textField } from "@/lib/codelists/code-schema";
import { obligationEffectCodes } from "@/lib/codelists/obligation-effect";
import { obligationRelationCodes } from "@/lib/codelists/obligation-relation";
import { timePrecisionCodes } from "@/lib/codelists/time-precision";
import { verificationCodes } from "@/lib/codelists/verification";
import { confidenceCodes } from "@/lib/codelists/source-basis";
import { type CalendarDate, calendarDate, endOfUtcDay, parseCalendarDate } from "@/lib/kernel/calendar-date";

const count = z.number().int().nonnegative().nullable();

export const milestoneFigure = z.strictObject({ what: textField, low: count, best: count, high: count, unit: textField, reportedBy: textField, note: textField.nullable() });

/** What a step does to one duty: how well it is known for that duty, where that differs, and until when it speaks for itself. */
const milestoneFinding = z.strictObject({
  code: z.string(),
  relation: oneOf(obligationRelationCodes),
  effect: oneOf(obligationEffectCodes),
  isAcknowledged: z.boolean(),
  verification: oneOf(verificationCodes).optional(),
  /** From then on another record of the same event carries the finding, and this one is context. */
  carriedUntil: z.union([instantField, z.date()]).optional(),
});

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
    obligations: z.array(milestoneFinding),
    sourceKeys: z.array(z.string()),
    knownAt: z.union([instantField, z.date()]),
  })
  .refine((input) => input.occurredEnd === null || input.occurredEnd >= input.occurredStart, { path: ["occurredEnd"], error: "The last day is before the first." });

export type MilestoneInput = z.input<typeof milestoneInput>;
export type MilestoneRecord = z.output<typeof milestoneInput>;

export type BoardDates = { readonly asOf: CalendarDate; readonly knownAt?: Date | undefined };

/** What the address of a board page asks for, and what is wrong with it: a bad date is said beside its field. */
export type BoardRequest = {
  readonly asOf: CalendarDate;
  readonly asOfText: string;
  readonly asOfError: string | undefined;
  /** The day by whose end (UTC) a record had to be published to count; undefined means everything published until now. */
  readonly knownOn: CalendarDate | undefined;
  readonly knownAtText: string;
  readonly knownAtError: string | undefined;
  readonly agreement: string | undefined;
};

export type SearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The first value of a name in the address, without spaces around it; empty where there is none. */
export function textOf(params: SearchParams, name: string): string {
  const value = params[name];
  return (typeof value === "string" ? value : value?.[0])?.trim() ?? "";
}

/** As much of a wrong text as is shown again. */
export const shownText = (text: string): string => text.slice(0, 40);

/** What is said of a text that names no day. */
export const noDay = (text: string): string => `“${shownText(text)}” is not a day on the calendar; write it as YYYY-MM-DD.`;

/** What is said of a day of knowledge that has not come: nobody can say what will have been published. */
export const notYetKnown = (day: CalendarDate): string => `${day} is still ahead: what will be published by then is not known.`;

/** Reads `?asOf=&knownAt=&agreement=`; a date that does not exist is explained, and the board answers for `today` and for all that is published. */
export function boardRequest(params: SearchParams, today: CalendarDate): BoardRequest {
  const text = textOf(params, "asOf");
  const parsed = text === "" ? today : parseCalendarDate(text);
  const agreement = textOf(params, "agreement");
  return {
    asOf: parsed ?? today,
    asOfText: text === "" ? today : shownText(text),
    asOfError: parsed ? undefined : `${noDay(text)} The board of ${today} is shown.`,
    ...knownRequest(textOf(params, "knownAt"), today),
    agreement: agreement === "" ? undefined : agreement,
  };
}

function knownRequest(text: string, today: CalendarDate): Pick<BoardRequest, "knownOn" | "knownAtText" | "knownAtError"> {
  if (text === "") return { knownOn: undefined, knownAtText: "", knownAtError: undefined };
  const parsed = parseCalendarDate(text);
  const problem = parsed === undefined ? noDay(text) : parsed > today ? notYetKnown(parsed) : undefined;
  if (problem === undefined) return { knownOn: parsed, knownAtText: text, knownAtError: undefined };
  return { knownOn: undefined, knownAtText: shownText(text), knownAtError: `${problem} Everything published until now is shown.` };
}

/** The dates of a request as the engine takes them: a day of knowledge lasts until its end in UTC. */
export const boardDatesOf = ({ asOf, knownOn }: { readonly asOf: CalendarDate; readonly knownOn: CalendarDate | undefined }): BoardDates => ({
  asOf,
  knownAt: knownOn === undefined ? undefined : endOfUtcDay(knownOn),
});

const isDay = (text: string): boolean => parseCalendarDate(text) !== undefined;

/** The query of `GET /board` and `GET /obligations/{code}`. */
export const boardQuery = z.object({
  agreement: z.string().trim().min(1).optional(),
  asOf: z.string().refine(isDay, { error: "Not a day on the calendar; write YYYY-MM-DD." }).transform(calendarDate).optional(),
  knownAt: z.iso.datetime({ offset: true, error: "Not an instant; write YYYY-MM-DDTHH:MM:SSZ." }).transform((text) => new Date(text)).optional(),
});
