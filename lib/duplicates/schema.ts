import { z } from "zod";
import { dayField, oneOf, rowNumber, rowNumberField, wordsField } from "@/lib/codelists/code-schema";
import { duplicateRelationCodes } from "@/lib/codelists/duplicate-relation";
import { incidentTypeCodes } from "@/lib/codelists/incident-type";

const reason = wordsField("Say why, in a sentence that others will read.", 2000, 3);

/** What a person decides of two records: `id` is this record, `other` the one it is compared with. */
export const relationForm = z.object({ id: rowNumberField, other: rowNumberField, relation: oneOf(duplicateRelationCodes), reason });
export type RelationInput = z.output<typeof relationForm>;

export const relationUndoForm = z.object({ id: rowNumberField, other: rowNumberField, reason });
export type RelationUndo = z.output<typeof relationUndoForm>;

/** `id` is the record that stays, `other` the one that goes into it or comes out of it. */
export const mergeForm = z.object({ id: rowNumberField, other: rowNumberField, reason });
export type MergeInput = z.output<typeof mergeForm>;

export const mergeBody = z.object({ other: rowNumber.meta({ description: "The record that is merged into this one, or taken out of it again." }), reason });

/** A record that is still being written, as far as it can be compared. */
export const draftToCompare = z.object({
  id: rowNumberField.nullable().default(null),
  type: oneOf(incidentTypeCodes),
  title: z.string().max(200).default(""),
  start: dayField,
  end: dayField.nullable().default(null),
  unit: z.string().max(20).nullable().default(null),
  place: z.string().max(200).nullable().default(null),
  lat: z.number().min(-90).max(90).nullable().default(null),
  lon: z.number().min(-180).max(180).nullable().default(null),
  sources: z.array(rowNumber).max(200).default([]),
  against: z.array(z.string().max(40)).max(50).default([]),
});
export type DraftToCompare = z.output<typeof draftToCompare>;

/** Another record that may tell of the same event, with the reasons for it. */
export const likeRecord = z
  .object({
    id: z.int(),
    reference: z.string(),
    title: z.string(),
    type: z.string(),
    start: z.string(),
    workflow: z.string(),
    score: z.number().min(0).max(1).meta({ description: "0 to 1; it sorts, it decides nothing." }),
    reasons: z.array(z.object({ code: z.string(), weight: z.number(), text: z.string() })),
    relation: z.string().nullable().meta({ description: "What somebody decided of the pair." }),
  })
  .meta({ id: "LikeRecord" });
export type LikeRecord = z.output<typeof likeRecord>;
