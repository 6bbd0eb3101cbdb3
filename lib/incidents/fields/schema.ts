import { z } from "zod";
import { dayField } from "@/lib/codelists/code-schema";

/** Text that PostgreSQL can keep: no NUL, no half of a surrogate pair. */
const storable = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();

export const plainText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: (issue) => `The text has ${typeof issue.input === "string" ? issue.input.length : "too many"} characters; at most ${max} are kept.` })
    .refine(storable, { error: "The text holds characters that can't be kept (NUL or half of a surrogate pair)." });

export const optionalText = (max: number) =>
  plainText(max)
    .nullable()
    .default(null)
    .overwrite((text) => (text === "" ? null : text));

const earliestDay = "1900-01-01";
export const day = dayField.refine((text) => text >= earliestDay, { error: (issue) => `${String(issue.input)} is before ${earliestDay}, the first day that a record may name.` });
export const optionalDay = day.nullable().default(null);

/** The number of a row; PostgreSQL counts them up to here. */
export const reference = z.int().min(1).max(2_147_483_647, { error: (issue) => `There is nothing with the number ${String(issue.input)}.` });
export const count = z.int().min(0, { error: "A count is not negative." }).max(10_000_000).nullable().default(null);
export const nullableCount = z.int().nullable();

/** Set by a merge: such a line belongs to another record, and an edit leaves it out of account. */
export const mergedFrom = reference.nullable().default(null);
