import { z } from "zod";
import { parseCalendarDate } from "@/lib/kernel/calendar-date";
import { parsePartialDate } from "@/lib/kernel/partial-date";
import { largestRowId } from "@/lib/kernel/row-id";

const shown = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));

/** A code of a closed list; the error names the value and the way out. */
export const oneOf = <const T extends readonly [string, ...string[]]>(codes: T) =>
  z.enum(codes, { error: (issue) => `${shown(issue.input)} is not one of ${codes.join(", ")}.` });

/** A day that exists, `YYYY-MM-DD`. */
export const dayField = z.string().meta({ format: "date" }).refine((text) => parseCalendarDate(text) !== undefined, {
  params: { code: "impossible_date" },
  error: (issue) => `${shown(issue.input)} is not a day on the calendar; write YYYY-MM-DD.`,
});

/** A day, a month or a year, as a source prints it. */
export const partialDateField = z.string().meta({ pattern: String.raw`^\d{4}(-\d{2}(-\d{2})?)?$` }).refine((text) => parsePartialDate(text) !== undefined, {
  params: { code: "impossible_date" },
  error: (issue) => `${shown(issue.input)} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD.`,
});

/** An instant in UTC. */
export const instantField = z.iso.datetime({ error: (issue) => `${shown(issue.input)} is not an instant in UTC; write YYYY-MM-DDTHH:MM:SSZ.` });

/** An instant in UTC as the database keeps it: to the millisecond, which is written only where there is one. Equal instants have equal texts. */
export const storedInstantField = instantField
  .refine((written) => !written.startsWith("0"), { error: (issue) => `${shown(issue.input)} lies before the year 1000.` })
  .overwrite((written) => (Number.isNaN(Date.parse(written)) ? written : new Date(written).toISOString().replace(".000Z", "Z")));

export const textField = z.string().trim().min(1, { error: "Write something here." });

/** Whether PostgreSQL can keep a text: no NUL, no half of a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();

/** What a person writes in a form, from `least` signs on; `empty` says what is missing. */
export const wordsField = (empty: string, max: number, least = 1) =>
  z
    .string({ error: empty })
    .trim()
    .min(least, { error: empty })
    .max(max, { error: `Keep it under ${max} characters.` })
    .refine(isStorable, { error: "The text holds characters that can't be kept." });

const noSuchRow = { error: (issue: { input?: unknown }) => `There is nothing with the number ${String(issue.input)}.` };

/** The number of a row as a form or an address gives it. */
export const rowNumberField = z.coerce.number().int().min(1).max(largestRowId, noSuchRow);

/** The number of a row as JSON gives it. */
export const rowNumber = z.int().min(1).max(largestRowId, noSuchRow);
