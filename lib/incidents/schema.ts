import { z } from "zod";
import { oneOf, rowNumber } from "@/lib/codelists/code-schema";
import { evidenceKindCodes } from "@/lib/codelists/evidence-kind";
import { evidenceLicenceCodes } from "@/lib/codelists/evidence-licence";
import { incidentFlagCodes } from "@/lib/codelists/incident-flag";
import { incidentTypeCodes } from "@/lib/codelists/incident-type";
import { locationPrecisionCodes } from "@/lib/codelists/location-precision";
import { obligationEffectCodes } from "@/lib/codelists/obligation-effect";
import { entryRelations, obligationRelationCodes } from "@/lib/codelists/obligation-relation";
import { protectedFieldCodes } from "@/lib/codelists/protected-field";
import { sensitivityCodes } from "@/lib/codelists/sensitivity";
import { severityCodes } from "@/lib/codelists/severity";
import { timePrecisionCodes } from "@/lib/codelists/time-precision";
import { verificationCodes } from "@/lib/codelists/verification";
import { workflowStateCodes } from "@/lib/codelists/workflow";
import { incidentZoneCodes } from "@/lib/codelists/zone";
import type { IncidentView } from "./domain/record";
import { entryRelationOf } from "./domain/relation";
import { day, optionalDay, optionalText, plainText } from "./fields/schema";
import { casualtyInput, casualtyView, claimInput, claimView } from "./lines/schema";
import { observationInput, observationView } from "./observations/schema";
import { fieldMarks, fieldMarksView } from "./protection/schema";

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
    sources: z.array(rowNumber).max(200).default([]),
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
export const incidentEditForm = incidentInput.safeExtend({ intent, id: rowNumber, expectedVersion: rowNumber });

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
  claims: z.array(claimView),
  casualties: z.array(casualtyView),
  observations: z.array(observationView),
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
      differs: z.boolean().meta({ description: "A reviewer found that it shows something else than the claims say." }),
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

export { filterFromSearchParams, incidentFilter, type IncidentFilter, type Words } from "./filter/schema";
