import { z } from "zod";
import { dayField, isStorable, rowNumber } from "@/lib/codelists/code-schema";

export const plainText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: (issue) => `The text has ${typeof issue.input === "string" ? issue.input.length : "too many"} characters; at most ${max} are kept.` })
    .refine(isStorable, { error: "The text holds characters that can't be kept (NUL or half of a surrogate pair)." });

export const optionalText = (max: number) =>
  plainText(max)
    .nullable()
    .default(null)
    .overwrite((text) => (text === "" ? null : text));

const earliestDay = "1900-01-01";
export const day = dayField.refine((text) => text >= earliestDay, { error: (issue) => `${String(issue.input)} is before ${earliestDay}, the first day that a record may name.` });
export const optionalDay = day.nullable().default(null);

/** The number of a row. */
export const count = z.int().min(0, { error: "A count is not negative." }).max(10_000_000).nullable().default(null);
export const nullableCount = z.int().nullable();

/** Set by a merge: such a line belongs to another record, and an edit leaves it out of account. */
export const mergedFrom = rowNumber.nullable().default(null);
