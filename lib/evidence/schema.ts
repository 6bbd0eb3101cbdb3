import { z } from "zod";
import { instantField, oneOf } from "@/lib/codelists/code-schema";
import { evidenceCopies } from "@/lib/codelists/evidence-copy";
import { evidenceKindCodes } from "@/lib/codelists/evidence-kind";
import { evidenceLicenceCodes } from "@/lib/codelists/evidence-licence";
import { evidenceMethodCodes } from "@/lib/codelists/evidence-method";
import { sensitivityCodes } from "@/lib/codelists/sensitivity";
import { timePrecisionCodes } from "@/lib/codelists/time-precision";
import { translationStatusCodes } from "@/lib/codelists/translation-status";
import type { EvidenceMetadata, EvidenceView } from "./domain/item";

const storable = (text: string): boolean => !text.includes("\u0000") && text.isWellFormed();
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `At most ${max} characters are kept here.` })
    .refine(storable, { error: "The text holds characters that can't be kept (NUL or half of a surrogate pair)." });
const emptyIsNull = (value: unknown): unknown => (value === "" || value === undefined ? null : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(emptyIsNull, schema.nullable()).optional();

/** An address on the web. Others (`javascript:`, `data:`, `file:`) would be dangerous or useless as a link. */
const webAddress = text(2000).refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), {
  error: (issue) => `${JSON.stringify(issue.input)} is not an address on the web; write https://…`,
});

const language = text(35).regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: (issue) => `${JSON.stringify(issue.input)} is not a language tag; write hy, az, ru, en or the like.` });

/** The ways in which a form, a query or a program says yes and no. */
const yesOrNo = z.preprocess((value) => (value === "true" || value === "1" || value === "on" ? true : value === "false" || value === "0" || value === "" ? false : value), z.boolean({ error: "Write true or false." }));

const positions = z.preprocess(
  (value) => (typeof value === "string" ? value.split(",").map((part) => part.trim()).filter(Boolean).map(Number) : (value ?? [])),
  z.array(z.int({ error: "Write the positions of the claims, from 0, with commas between." }).min(0).max(199), { error: "Write the positions of the claims, from 0, with commas between." }).max(200),
);

const described = z.object({
  kind: oneOf(evidenceKindCodes).default("PRIMARY_MEDIA"),
  sensitivity: oneOf(sensitivityCodes).default("S2_RESTRICTED").meta({ description: "S1 is for the staff; S2 and S3 are for those alone who may read the record's protected fields. Restricted until somebody opens it." }),
  isGraphic: yesOrNo.default(false).meta({ description: "Shows death or injury: veiled until somebody asks for it." }),
  originalUrl: optional(webAddress),
  archiveUrl: optional(webAddress),
  capturedAt: optional(instantField).meta({ description: "When the picture was taken or the page was saved: an instant in UTC." }),
  capturedPrecision: oneOf(timePrecisionCodes).default("T0_UNKNOWN"),
  capturedNote: optional(text(300)).meta({ description: "What is known of the clock and the zone behind it." }),
  capturedBy: optional(text(200)),
  method: oneOf(evidenceMethodCodes).default("UNKNOWN"),
  locator: optional(text(300)).meta({ description: "Where in the file: a page, a minute." }),
  quote: optional(text(2000)),
  language: optional(language),
  translationStatus: oneOf(translationStatusCodes).default("NONE"),
  licence: oneOf(evidenceLicenceCodes).default("UNKNOWN"),
  claims: positions.optional().meta({ description: "Positions, from 0, of the record's claims that it bears on." }),
});

type Given = z.output<typeof described>;

function checkCaptured({ capturedAt, capturedPrecision }: Pick<Given, "capturedAt" | "capturedPrecision">, context: z.RefinementCtx): void {
  const isKnown = capturedAt !== null && capturedAt !== undefined;
  if (isKnown && capturedPrecision === "T0_UNKNOWN") context.addIssue({ code: "custom", path: ["capturedPrecision"], message: "Say how exactly the time is known." });
  if (!isKnown && capturedPrecision !== "T0_UNKNOWN") context.addIssue({ code: "custom", path: ["capturedAt"], message: `A precision of ${capturedPrecision} needs a time; where none is known, say T0_UNKNOWN.` });
}

/** What comes along with a file: as fields of a form before the file, or as the query of a plain body. All of it can be said later. */
export const evidenceUploadFields = described
  .extend({
    name: text(1000).optional().meta({ description: "The file's name, where the file is the plain body. It never decides what the file is." }),
    sha256: z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/, { error: "A SHA-256 has 64 hexadecimal digits." })
      .toLowerCase()
      .optional()
      .meta({ description: "What the file's SHA-256 should be; another one is refused, so that nothing is damaged on the way." }),
  })
  .strict()
  .superRefine(checkCaptured);
export type EvidenceUploadFields = z.output<typeof evidenceUploadFields>;

const rowNumber = z.coerce.number().int().min(1).max(2_147_483_647);

/** A time as the browser's own field gives it, which this form asks for in UTC. */
const utcField = z.preprocess(
  (value) => (typeof value === "string" && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value) && !/(Z|[+-]\d{2}:?\d{2})$/.test(value) ? `${value.length === 16 ? `${value}:00` : value}Z` : emptyIsNull(value)),
  instantField.nullable(),
);

/** The form that describes a file anew: which one, and which version of its description was on the screen. Claims without a tick are not meant. */
export const evidenceEditForm = described
  .extend({ id: rowNumber, expectedVersion: rowNumber, capturedAt: utcField.optional(), claims: z.array(z.coerce.number().int().min(0).max(199)).max(200).default([]) })
  .superRefine(checkCaptured);

/** The form that withdraws a file. */
export const evidenceWithdrawForm = z.object({
  id: rowNumber,
  expectedVersion: rowNumber,
  reason: z.preprocess((value) => value ?? "", text(2000).min(3, { error: "Say why, in a sentence that others will read." })),
});
export type EvidenceWithdrawal = z.output<typeof evidenceWithdrawForm>;

/** The description that the given fields amount to. */
export function metadataOf(given: Given): EvidenceMetadata {
  const { kind, sensitivity, isGraphic, capturedPrecision, method, translationStatus, licence } = given;
  const texts = { originalUrl: given.originalUrl ?? null, archiveUrl: given.archiveUrl ?? null, capturedNote: given.capturedNote ?? null, capturedBy: given.capturedBy ?? null };
  const capturedAt = given.capturedAt === null || given.capturedAt === undefined ? null : new Date(given.capturedAt).toISOString();
  return { kind, sensitivity, isGraphic, ...texts, capturedAt, capturedPrecision, method, locator: given.locator ?? null, quote: given.quote ?? null, language: given.language ?? null, translationStatus, licence };
}

const sameFile = z.object({ incident: z.int(), reference: z.string(), evidence: z.int() });

/** A piece of evidence as the API answers it. */
export const evidenceView: z.ZodType<EvidenceView> = z.object({
  id: z.int(),
  incident: z.int(),
  version: z.int(),
  sha256: z.string(),
  bytes: z.int(),
  mimeType: z.string(),
  originalName: z.string().nullable(),
  kind: z.enum(evidenceKindCodes),
  sensitivity: z.enum(sensitivityCodes),
  isGraphic: z.boolean(),
  originalUrl: z.string().nullable(),
  archiveUrl: z.string().nullable(),
  capturedAt: z.string().nullable(),
  capturedPrecision: z.enum(timePrecisionCodes),
  capturedNote: z.string().nullable(),
  capturedBy: z.string().nullable(),
  method: z.enum(evidenceMethodCodes),
  locator: z.string().nullable(),
  quote: z.string().nullable(),
  language: z.string().nullable(),
  translationStatus: z.enum(translationStatusCodes),
  licence: z.enum(evidenceLicenceCodes),
  claims: z.array(z.int()),
  lostClaims: z.int(),
  copy: z.object({ state: z.enum(evidenceCopies.map((entry) => entry.code)), mimeType: z.string().nullable(), bytes: z.int().nullable(), width: z.int().nullable(), height: z.int().nullable() }),
  uploadedAt: z.string(),
  uploadedBy: z.string().nullable(),
  withdrawn: z.object({ at: z.string(), by: z.string().nullable(), reason: z.string() }).nullable(),
  mayOpenOriginal: z.boolean(),
  alsoOn: z.array(sameFile).meta({ description: "Other records that hold the very same bytes, as far as you may know of them." }),
});
