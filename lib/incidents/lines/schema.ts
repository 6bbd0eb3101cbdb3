import { z } from "zod";
import { casualtyOutcomeCodes } from "@/lib/codelists/casualty";
import { casualtySideCodes } from "@/lib/codelists/casualty-side";
import { casualtyStatusCodes } from "@/lib/codelists/casualty-status";
import { oneOf, rowNumber } from "@/lib/codelists/code-schema";
import { credibilityCodes } from "@/lib/codelists/credibility";
import { stanceCodes } from "@/lib/codelists/stance";
import type { CasualtyView, ClaimView } from "../domain/record";
import { count, mergedFrom, nullableCount, optionalDay, optionalText, plainText } from "../fields/schema";

/** A form sends the grade as text, a program as a number. */
const credibilityField = z
  .preprocess(
    (value) => (value === "" ? null : typeof value === "string" && /^[1-6]$/.test(value) ? Number(value) : value),
    z.literal([...credibilityCodes], { error: (issue) => `${JSON.stringify(issue.input)} is not a credibility from 1 to 6.` }).nullable(),
  )
  .default(null);

/** One line of the ledger. The day and the place are those that the claim itself gives for the event. */
export const claimInput = z.object({
  stance: oneOf(stanceCodes),
  speaker: plainText(40).min(1, { error: "Name who speaks." }),
  against: optionalText(40),
  statedOn: optionalDay,
  source: rowNumber.nullable().default(null),
  quote: optionalText(2000),
  locator: optionalText(300),
  eventOn: optionalDay,
  eventPlace: optionalText(200),
  credibility: credibilityField,
  mergedFrom,
});

const orderedPairs = [["low", "best"], ["best", "high"], ["low", "high"]] as const;
/** One count of one group, as one source gives it. */
export const casualtyInput = z
  .object({
    outcome: oneOf(casualtyOutcomeCodes),
    status: oneOf(casualtyStatusCodes).default("UNKNOWN"),
    side: oneOf(casualtySideCodes).default("UNKNOWN"),
    low: count,
    best: count,
    high: count,
    orderFlagged: z.boolean().default(false),
    source: rowNumber.nullable().default(null),
    countedBy: optionalText(40),
    mergedFrom,
  })
  .superRefine((row, ctx) => {
    const figures = [row.low, row.best, row.high].filter((figure) => figure !== null);
    if (figures.length === 0) ctx.addIssue({ code: "custom", path: ["best"], message: "Give at least one of low, best and high." });
    if (row.orderFlagged) return;
    for (const [lower, upper] of orderedPairs) {
      const [a, b] = [row[lower], row[upper]];
      if (a !== null && b !== null && a > b)
        ctx.addIssue({ code: "custom", path: [lower], message: `The ${lower} figure, ${a}, is above the ${upper} one, ${b}: correct it, or mark that the source itself gives it so (orderFlagged).` });
    }
  });

/** The lines as the API answers them. */
export const claimView: z.ZodType<ClaimView> = z.object({
  stance: z.enum(stanceCodes),
  speaker: z.string(),
  against: z.string().nullable(),
  statedOn: z.string().nullable(),
  source: z.int().nullable(),
  quote: z.string().nullable(),
  locator: z.string().nullable(),
  credibility: z.literal([...credibilityCodes]).nullable(),
  eventOn: z.string().nullable().meta({ description: "The day that the claim itself gives for the event." }),
  eventPlace: z.string().nullable().meta({ description: "The place that the claim itself gives for the event." }),
  mergedFrom: z.int().nullable(),
});

export const casualtyView: z.ZodType<CasualtyView> = z.object({
  outcome: z.enum(casualtyOutcomeCodes),
  status: z.enum(casualtyStatusCodes),
  side: z.enum(casualtySideCodes),
  low: nullableCount,
  best: nullableCount,
  high: nullableCount,
  orderFlagged: z.boolean(),
  source: z.int().nullable(),
  countedBy: z.string().nullable().meta({ description: "The speaker who counts. Counts of several are never summed." }),
  mergedFrom: z.int().nullable(),
});
