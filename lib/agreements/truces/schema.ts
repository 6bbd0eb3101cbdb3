import { z } from "zod";
import { dayField, instantField, oneOf, textField } from "@/lib/codelists/code-schema";
import { confidenceCodes } from "@/lib/codelists/source-basis";
import { timePrecisionCodes } from "@/lib/codelists/time-precision";
import { truceOutcomeCodes } from "@/lib/codelists/truce-outcome";

const instant = instantField.nullable().default(null);
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
