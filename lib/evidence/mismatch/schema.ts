import { z } from "zod";

const evidenceNumber = z.coerce.number().int().min(1).max(2_147_483_647, { error: (issue) => `There is no evidence with the number ${String(issue.input)}.` });
const words = (max: number, least: string) =>
  z
    .string({ error: least })
    .trim()
    .min(3, { error: least })
    .max(max, { error: `Keep the reason under ${max} characters.` })
    .refine((text) => !text.includes("\u0000") && text.isWellFormed(), { error: "The reason holds characters that can't be kept." });

const found = words(2000, "Say what the file shows and what the claims say instead.");
const takenBack = words(2000, "Say why the finding no longer holds.");

export const mismatchBody = z.strictObject({ reason: found.meta({ description: "What the file shows, and what the claims say instead." }) });
export const mismatchForm = mismatchBody.extend({ id: evidenceNumber });
export type MismatchInput = z.output<typeof mismatchForm>;

export const mismatchUndoBody = z.strictObject({ reason: takenBack });
export const mismatchUndoForm = mismatchUndoBody.extend({ id: evidenceNumber });
export type MismatchUndo = z.output<typeof mismatchUndoForm>;
