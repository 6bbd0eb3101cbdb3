import { z } from "zod";
import { casualtyOutcomeCodes } from "@/lib/codelists/casualty";
import { casualtySideCodes } from "@/lib/codelists/casualty-side";
import { casualtyStatusCodes } from "@/lib/codelists/casualty-status";
import { credibilityCodes } from "@/lib/codelists/credibility";
import { dayField, oneOf } from "@/lib/codelists/code-schema";
import { evidenceKindCodes } from "@/lib/codelists/evidence-kind";
import { evidenceLicenceCodes } from "@/lib/codelists/evidence-licence";
import { incidentFlagCodes } from "@/lib/codelists/incident-flag";
import { incidentTypeCodes } from "@/lib/codelists/incident-type";
import { locationPrecisionCodes } from "@/lib/codelists/location-precision";
import { obligationEffectCodes } from "@/lib/codelists/obligation-effect";
import { entryRelations, obligationRelationCodes } from "@/lib/codelists/obligation-relation";
import { observationKindCodes } from "@/lib/codelists/observation";
import { observationDirectionCodes } from "@/lib/codelists/observation-direction";
import { observationMeansCodes } from "@/lib/codelists/observation-means";
import { protectedFieldCodes } from "@/lib/codelists/protected-field";
import { sensitivityCodes } from "@/lib/codelists/sensitivity";
import { severityCodes } from "@/lib/codelists/severity";
import { stanceCodes } from "@/lib/codelists/stance";
import { timePrecisionCodes } from "@/lib/codelists/time-precision";
import { verificationCodes } from "@/lib/codelists/verification";
import { weaponCodes } from "@/lib/codelists/weapon";
import { workflowStateCodes } from "@/lib/codelists/workflow";
import { incidentZoneCodes } from "@/lib/codelists/zone";
import type { IncidentView } from "./domain/record";
import { entryRelationOf } from "./domain/relation";
import { fieldMarks, fieldMarksView } from "./protection/schema";

/** Text that PostgreSQL can keep: no NUL, no half of a surrogate pair. */
const storable = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();
const plainText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: (issue) => `The text has ${typeof issue.input === "string" ? issue.input.length : "too many"} characters; at most ${max} are kept.` })
    .refine(storable, { error: "The text holds characters that can't be kept (NUL or half of a surrogate pair)." });
const optionalText = (max: number) =>
  plainText(max)
    .nullable()
    .default(null)
    .overwrite((text) => (text === "" ? null : text));

const earliestDay = "1900-01-01";
const day = dayField.refine((text) => text >= earliestDay, { error: (issue) => `${String(issue.input)} is before ${earliestDay}, the first day that a record may name.` });
const optionalDay = day.nullable().default(null);
/** The number of a row; PostgreSQL counts them up to here. */
const reference = z.int().min(1).max(2_147_483_647, { error: (issue) => `There is nothing with the number ${String(issue.input)}.` });
const count = z.int().min(0, { error: "A count is not negative." }).max(10_000_000).nullable().default(null);

const occurredInput = z
  .object({
    start: day,
    end: optionalDay,
    time: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: (issue) => `${JSON.stringify(issue.input)} is not a time of day; write HH:MM.` })
      .nullable()
      .default(null),
    zone: oneOf(incidentZoneCodes).nullable().default(null),
    precision: oneOf(timePrecisionCodes).default("T4_DAY"),
  })
  .superRefine((occurred, ctx) => {
    if (occurred.end !== null && occurred.end < occurred.start)
      ctx.addIssue({ code: "custom", path: ["end"], message: `The end, ${occurred.end}, is before the start, ${occurred.start}.` });
    if (occurred.time !== null && occurred.zone === null)
      ctx.addIssue({ code: "custom", path: ["zone"], message: `The time ${occurred.time} needs a zone: one of ${incidentZoneCodes.join(", ")}.` });
  });

const placeless: readonly string[] = ["L7_COUNTRY", "L8_AIR_WATER", "L0_UNKNOWN"];
const placeInput = z
  .object({
    name: optionalText(200),
    unit: optionalText(20),
    lat: z.number().min(-90).max(90).nullable().default(null),
    lon: z.number().min(-180).max(180).nullable().default(null),
    precision: oneOf(locationPrecisionCodes).default("L0_UNKNOWN"),
  })
  .superRefine((place, ctx) => {
    if ((place.lat === null) !== (place.lon === null))
      ctx.addIssue({ code: "custom", path: [place.lat === null ? "lat" : "lon"], message: "Latitude and longitude come together: give both or neither." });
    if (place.lat === null && place.name === null && place.unit === null && !placeless.includes(place.precision))
      ctx.addIssue({ code: "custom", path: ["name"], message: `A precision of ${place.precision} needs a name, a unit or coordinates; where none is known, say L0_UNKNOWN.` });
  });

/** Set by a merge: such a line belongs to another record, and an edit leaves it out of account. */
const mergedFrom = reference.nullable().default(null);

/** A form sends the grade as text, a program as a number. */
const credibilityField = z
  .preprocess(
    (value) => (value === "" ? null : typeof value === "string" && /^[1-6]$/.test(value) ? Number(value) : value),
    z.literal([...credibilityCodes], { error: (issue) => `${JSON.stringify(issue.input)} is not a credibility from 1 to 6.` }).nullable(),
  )
  .default(null);

const claimInput = z.object({
  stance: oneOf(stanceCodes),
  speaker: plainText(40).min(1, { error: "Name who speaks." }),
  against: optionalText(40),
  statedOn: optionalDay,
  source: reference.nullable().default(null),
  quote: optionalText(2000),
  locator: optionalText(300),
  credibility: credibilityField,
  mergedFrom,
});

const orderedPairs = [["low", "best"], ["best", "high"], ["low", "high"]] as const;
const casualtyInput = z
  .object({
    outcome: oneOf(casualtyOutcomeCodes),
    status: oneOf(casualtyStatusCodes).default("UNKNOWN"),
    side: oneOf(casualtySideCodes).default("UNKNOWN"),
    low: count,
    best: count,
    high: count,
    orderFlagged: z.boolean().default(false),
    source: reference.nullable().default(null),
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

const observationInput = z
  .object({
    kind: oneOf(observationKindCodes),
    means: oneOf(observationMeansCodes),
    direction: oneOf(observationDirectionCodes).default("UNDETERMINED"),
    countLow: count,
    countBest: count,
    countHigh: count,
    countUnit: oneOf(observationKindCodes).nullable().default(null),
    weapon: oneOf(weaponCodes).nullable().default(null),
    mergedFrom,
  })
  .superRefine((row, ctx) => {
    const figures = [row.countLow, row.countBest, row.countHigh].filter((figure) => figure !== null);
    const inOrder = figures.every((figure, index) => index === 0 || (figures[index - 1] ?? 0) <= figure);
    if (!inOrder) ctx.addIssue({ code: "custom", path: ["countBest"], message: `The counts ${figures.join(", ")} are not in the order low, best, high.` });
  });

const repeated = <T>(values: readonly T[]): T | undefined => values.find((value, index) => values.indexOf(value) !== index);

/**
 * What a person or a program gives to log or edit an incident. An answer of the API can be sent back as it is: what the product
 * itself sets (`id`, `reference`, `version`, `createdAt`, `updatedAt`, `verification`, `flags`, `workflow`, `redacted`, ...) is
 * left out of account. Only the relation of an obligation is strict: a finding (BREACH, FULFILMENT, ...) is given by a review.
 */
export const incidentInput = z
  .object({
    externalId: optionalText(200),
    type: oneOf(incidentTypeCodes),
    title: plainText(200).min(3, { error: "A title has at least 3 characters." }),
    narrative: plainText(20_000).default(""),
    occurred: occurredInput,
    place: placeInput,
    obligations: z.array(z.object({ code: plainText(40).min(1), relation: oneOf(entryRelations) })).max(50).default([]),
    claims: z.array(claimInput).max(200).default([]),
    casualties: z.array(casualtyInput).max(200).default([]),
    observations: z.array(observationInput).max(200).default([]),
    sources: z.array(reference).max(200).default([]),
    severity: oneOf(severityCodes).nullable().default(null),
    sensitivity: oneOf(sensitivityCodes).default("S0_PUBLIC"),
    protectedFields: fieldMarks.default({}),
  })
  .superRefine((input, ctx) => {
    const twice = repeated(input.obligations.map((link) => link.code));
    if (twice !== undefined) ctx.addIssue({ code: "custom", path: ["obligations"], message: `The obligation ${twice} is named twice; one line each.` });
  });
export type IncidentInput = z.infer<typeof incidentInput>;

/** Which button of the form was pressed: keep it as a draft, or hand it to the reviewers at once. */
const intent = z.enum(["draft", "submit"]).default("draft");

export const incidentLogForm = incidentInput.safeExtend({ intent });
/** The edit form: the record's content beside which record, and which version of it was on the screen. */
export const incidentEditForm = incidentInput.safeExtend({ intent, id: reference, expectedVersion: reference });

/** A record's content as it would be given anew: to edit a part of it, or to open its correction. Findings fall back to what an entry may say. */
export function entryInputOf(view: IncidentView): IncidentInput {
  const { externalId, type, title, narrative, occurred, place, sources, severity, sensitivity, protectedFields } = view;
  const obligations = view.obligations.map(({ code, relation }) => ({ code, relation: entryRelationOf(relation) }));
  return { externalId, type, title, narrative, occurred, place, obligations, ...ownLines(view), sources, severity, sensitivity, protectedFields };
}

type Lines = Pick<IncidentInput, "claims" | "casualties" | "observations">;

/** The lines that are a record's own: those that came by a merge go back with it, and no edit touches them. */
export const ownLines = ({ claims, casualties, observations }: Lines): Lines => ({
  claims: claims.filter((line) => line.mergedFrom === null),
  casualties: casualties.filter((line) => line.mergedFrom === null),
  observations: observations.filter((line) => line.mergedFrom === null),
});

/** A record's content for its correction: lines that came by a merge become its own. */
export function correctionInputOf(view: IncidentView): IncidentInput {
  const kept = <T extends { mergedFrom: number | null }>(lines: readonly T[]): T[] => lines.map((line) => ({ ...line, mergedFrom: null }));
  return { ...entryInputOf(view), claims: kept(view.claims), casualties: kept(view.casualties), observations: kept(view.observations) };
}

const nullableCount = z.int().nullable();

/** The record as the API answers it. */
export const incidentView: z.ZodType<IncidentView> = z.object({
  id: z.int(),
  reference: z.string(),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
  externalId: z.string().nullable(),
  type: z.enum(incidentTypeCodes),
  title: z.string(),
  narrative: z.string(),
  occurred: z.object({ start: z.string(), end: z.string().nullable(), time: z.string().nullable(), zone: z.enum(incidentZoneCodes), precision: z.enum(timePrecisionCodes) }),
  place: z.object({ name: z.string().nullable(), unit: z.string().nullable(), lat: z.number().nullable(), lon: z.number().nullable(), precision: z.enum(locationPrecisionCodes) }),
  obligations: z.array(z.object({ code: z.string(), relation: z.enum(obligationRelationCodes), effect: z.enum(obligationEffectCodes) })),
  claims: z.array(
    z.object({
      stance: z.enum(stanceCodes),
      speaker: z.string(),
      against: z.string().nullable(),
      statedOn: z.string().nullable(),
      source: z.int().nullable(),
      quote: z.string().nullable(),
      locator: z.string().nullable(),
      credibility: z.literal([...credibilityCodes]).nullable(),
      mergedFrom: z.int().nullable(),
    }),
  ),
  casualties: z.array(
    z.object({
      outcome: z.enum(casualtyOutcomeCodes),
      status: z.enum(casualtyStatusCodes),
      side: z.enum(casualtySideCodes),
      low: nullableCount,
      best: nullableCount,
      high: nullableCount,
      orderFlagged: z.boolean(),
      source: z.int().nullable(),
      mergedFrom: z.int().nullable(),
    }),
  ),
  observations: z.array(
    z.object({
      kind: z.enum(observationKindCodes),
      means: z.enum(observationMeansCodes),
      direction: z.enum(observationDirectionCodes),
      countLow: nullableCount,
      countBest: nullableCount,
      countHigh: nullableCount,
      countUnit: z.enum(observationKindCodes).nullable(),
      weapon: z.enum(weaponCodes).nullable(),
      mergedFrom: z.int().nullable(),
    }),
  ),
  sources: z.array(z.int()),
  evidence: z.array(
    z.object({
      id: z.int(),
      kind: z.enum(evidenceKindCodes),
      sha256: z.string(),
      mimeType: z.string(),
      bytes: z.int(),
      sensitivity: z.enum(sensitivityCodes),
      isGraphic: z.boolean(),
      capturedAt: z.string().nullable(),
      licence: z.enum(evidenceLicenceCodes),
      hasCopy: z.boolean(),
    }),
  ),
  severity: z.enum(severityCodes).nullable(),
  sensitivity: z.enum(sensitivityCodes),
  protectedFields: fieldMarksView,
  verification: z.enum(verificationCodes),
  flags: z.array(z.enum(incidentFlagCodes)),
  workflow: z.enum(workflowStateCodes),
  redacted: z.boolean(),
  withheld: z.array(z.enum(protectedFieldCodes)).meta({ description: "The fields that are withheld from you. A place that is withheld is shown as an area: a point that is not the place, with a precision of a district or a region." }),
  isDemonstration: z.boolean(),
  notice: z.object({ reason: z.string(), replacedBy: z.int().nullable(), at: z.string().nullable() }).nullable(),
  corrects: z.int().nullable(),
});

export { filterFromSearchParams, incidentFilter, type IncidentFilter } from "./filter/schema";
