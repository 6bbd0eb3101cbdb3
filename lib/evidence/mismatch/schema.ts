import { z } from "zod";
import { rowNumberField, wordsField } from "@/lib/codelists/code-schema";

const found = wordsField("Say what the file shows and what the claims say instead.", 2000, 3);
const takenBack = wordsField("Say why the finding no longer holds.", 2000, 3);

export const mismatchBody = z.strictObject({ reason: found.meta({ description: "What the file shows, and what the claims say instead." }) });
export const mismatchForm = mismatchBody.extend({ id: rowNumberField });
export type MismatchInput = z.output<typeof mismatchForm>;

export const mismatchUndoBody = z.strictObject({ reason: takenBack });
export const mismatchUndoForm = mismatchUndoBody.extend({ id: rowNumberField });
export type MismatchUndo = z.output<typeof mismatchUndoForm>;
