import { z } from "zod";
import { dayField, oneOf, textField } from "@/lib/codelists/code-schema";
import { confidenceCodes } from "@/lib/codelists/source-basis";

/** A zone as reference data gives it: places by their keys, a unit by its code. */
export const zoneInput = z
  .strictObject({
    key: z.string().regex(/^[a-z0-9-]+$/, { error: (issue) => `${JSON.stringify(issue.input)} is not a key: small letters, digits and hyphens only.` }),
    obligation: textField,
    title: textField,
    validFrom: dayField,
    validTo: dayField.nullable(),
    basis: textField,
    confidence: oneOf(confidenceCodes),
    shape: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("UNIT"), unit: textField }),
      z.strictObject({ kind: z.literal("WAY"), widthMetres: z.int().positive(), places: z.array(textField).min(2, { error: "A way goes from one place to another: name two or more." }) }),
    ]),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validTo >= validFrom, { path: ["validTo"], error: "The last day is before the first." });
export type ZoneInput = z.infer<typeof zoneInput>;
