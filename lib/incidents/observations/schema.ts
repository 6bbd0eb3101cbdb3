import { z } from "zod";
import { bearingCodes } from "@/lib/codelists/bearing";
import { oneOf } from "@/lib/codelists/code-schema";
import { observationKindCodes } from "@/lib/codelists/observation";
import { observationDirectionCodes } from "@/lib/codelists/observation-direction";
import { observationMeansCodes } from "@/lib/codelists/observation-means";
import { weaponCodes } from "@/lib/codelists/weapon";
import type { ObservationView } from "../domain/record";
import { count, mergedFrom, nullableCount, optionalText } from "../fields/schema";

const distance = z
  .number()
  .min(0, { error: "A distance is not negative." })
  .max(1000, { error: (issue) => `${String(issue.input)} km is farther than anybody observes; at most 1000 are kept.` })
  .nullable()
  .default(null);

const calibre = z
  .number()
  .gt(0, { error: "A calibre is more than 0 mm." })
  .max(1000, { error: (issue) => `${String(issue.input)} mm is no calibre; at most 1000 are kept.` })
  .nullable()
  .default(null);

/** One line of what was observed, in the pattern of the OSCE's daily reports (domain.md, section 2.1). */
export const observationInput = z
  .object({
    kind: oneOf(observationKindCodes),
    means: oneOf(observationMeansCodes),
    direction: oneOf(observationDirectionCodes).default("UNDETERMINED"),
    countLow: count,
    countBest: count,
    countHigh: count,
    countUnit: oneOf(observationKindCodes).nullable().default(null),
    weapon: oneOf(weaponCodes).nullable().default(null),
    weaponCalibreMm: calibre,
    observerPlace: optionalText(200),
    bearing16: oneOf(bearingCodes).nullable().default(null),
    distanceKmLow: distance,
    distanceKmHigh: distance,
    mergedFrom,
  })
  .superRefine((row, ctx) => {
    const figures = [row.countLow, row.countBest, row.countHigh].filter((figure) => figure !== null);
    const inOrder = figures.every((figure, index) => index === 0 || (figures[index - 1] ?? 0) <= figure);
    if (!inOrder) ctx.addIssue({ code: "custom", path: ["countBest"], message: `The counts ${figures.join(", ")} are not in the order low, best, high.` });
    if (row.distanceKmLow !== null && row.distanceKmHigh !== null && row.distanceKmLow > row.distanceKmHigh)
      ctx.addIssue({ code: "custom", path: ["distanceKmLow"], message: `The nearer distance, ${row.distanceKmLow} km, is beyond the farther one, ${row.distanceKmHigh} km.` });
    if (row.weapon === null && row.weaponCalibreMm !== null) ctx.addIssue({ code: "custom", path: ["weapon"], message: "A calibre needs its weapon; where the kind is not known, say so." });
  });

/** The line as the API answers it. */
export const observationView: z.ZodType<ObservationView> = z.object({
  kind: z.enum(observationKindCodes),
  means: z.enum(observationMeansCodes),
  direction: z.enum(observationDirectionCodes),
  countLow: nullableCount,
  countBest: nullableCount,
  countHigh: nullableCount,
  countUnit: z.enum(observationKindCodes).nullable(),
  weapon: z.enum(weaponCodes).nullable(),
  weaponCalibreMm: z.number().nullable(),
  observerPlace: z.string().nullable(),
  bearing16: z.enum(bearingCodes).nullable(),
  distanceKmLow: z.number().nullable(),
  distanceKmHigh: z.number().nullable(),
  mergedFrom: z.int().nullable(),
});
