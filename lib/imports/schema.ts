import { z } from "zod";
import { importEffectCodes } from "@/lib/codelists/import-effect";
import { importStatusCodes } from "@/lib/codelists/import-status";
import { importFormats, type ImportChoices } from "./domain/plan";

const importNumber = z.coerce.number().int().min(1).max(2_147_483_647);
const shortText = (max: number) => z.string().trim().max(max, { error: `Keep it under ${max} characters.` }).refine((text) => !text.includes("\u0000") && text.isWellFormed(), { error: "The text holds characters that can't be kept." });
/** An empty field of a form says nothing. */
const optional = <T extends z.ZodType>(field: T) => z.preprocess((value) => (value === "" || value === null ? undefined : value), field.optional());

const columnMap = z.record(z.string().max(500), z.string().max(60).nullable()).refine((map) => Object.keys(map).length <= 2000, { error: "There are more columns than any file has." });

/** What a person settles about the reading of a file. */
const choices = z.strictObject({
  format: optional(z.enum(importFormats)),
  encoding: optional(shortText(40)),
  delimiter: optional(z.string().min(1).max(4)),
  decimalSign: optional(z.enum([".", ","])),
  dateOrder: optional(z.enum(["YMD", "DMY", "MDY"])),
  map: columnMap.optional(),
  sheet: optional(shortText(200)),
  values: z.record(z.string().max(60), z.record(z.string().max(500), z.string().max(60).nullable())).optional(),
});

/** The choices without what was left open. */
const givenOnly = (given: z.output<typeof choices>): ImportChoices => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as ImportChoices;
export const importChoices = choices.transform(givenOnly);

const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Whoever sent it learns where it stands; the text may be long.
    context.addIssue({ code: "custom", message: "This is no JSON." });
    return z.NEVER;
  }
});

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** A mapping as a file or a field gives it: header to our column, or all choices under their names. */
export const mapText = jsonText.pipe(z.preprocess((value) => (isRecord(value) && isRecord(value["map"]) ? value : { map: value }), importChoices));

const flag = z.preprocess((value) => (value === true || value === "true" || value === "1" || value === "on" ? true : value === undefined || value === false || value === "false" || value === "0" || value === "" ? false : value), z.boolean({ error: "Say true or false." }));

/** What comes with a file: the fields of the form, or the query beside a plain body. */
export const importUploadFields = z.strictObject({
  format: z.enum(["auto", ...importFormats]).default("auto").meta({ description: "`auto`: told by the content." }),
  dryRun: flag.default(false).meta({ description: "`true`: read and shown, but can't be committed." }),
  map: optional(mapText).meta({ description: "JSON: our column for each header of the file, or null to leave it out." }),
  source: optional(shortText(200)).meta({ description: "Whom the file comes from; saved mappings go by this name." }),
  commitAs: z.enum(["DRAFT", "SUBMITTED"]).default("DRAFT").meta({ description: "Where the records begin: never further than handed in for review." }),
  name: optional(shortText(200)).meta({ description: "The file's name, beside a plain body." }),
});
export type ImportUploadFields = z.output<typeof importUploadFields>;

/** The choices that a sender makes with the file. */
export const choicesOf = ({ format, map = {} }: Pick<ImportUploadFields, "format" | "map">): ImportChoices => (format === "auto" ? map : { ...map, format });

/** The form beside what was detected: everything that a person may change, as one JSON text. */
export const readingForm = z.object({ id: importNumber, choices: jsonText.pipe(importChoices), source: optional(shortText(200)), commitAs: z.enum(["DRAFT", "SUBMITTED"]).default("DRAFT"), save: flag.default(false) });
export type ReadingInput = z.output<typeof readingForm>;

export const importCommandForm = z.object({ id: importNumber, reason: optional(shortText(2000)) });

export const rowDecisions = ["ACCEPT", "LEAVE_OUT", "UNDECIDED"] as const;
export type RowDecision = (typeof rowDecisions)[number];

/** A decision on one held row, or on all that are held for one reason. */
export const decisionForm = z
  .object({ id: importNumber, decision: z.enum(rowDecisions), record: optional(importNumber), reason: optional(z.string().max(60)) })
  .refine(({ record, reason }) => record !== undefined || reason !== undefined, { error: "Say which record, or which reason." });
export type DecisionInput = z.output<typeof decisionForm>;

/** A record's cells as they should have been. */
export const mendForm = z.object({ id: importNumber, record: importNumber, cells: jsonText.pipe(z.record(z.string().max(500), z.string().max(20_000))) });
export type MendInput = z.output<typeof mendForm>;

/** What the preview can be narrowed by. */
export const rowFilter = z.object({
  effect: z.enum(importEffectCodes).optional().catch(undefined),
  reason: z.string().max(60).optional().catch(undefined),
  after: z.coerce.number().int().min(0).max(2_147_483_647).catch(0),
});
export type RowFilter = z.output<typeof rowFilter>;

const count = z.int();

/** An import as the API answers it. */
export const importView = z
  .object({
    id: z.int(),
    status: z.enum(importStatusCodes),
    fileName: z.string(),
    bytes: z.int(),
    sha256: z.string(),
    format: z.enum(importFormats).nullable(),
    dryRun: z.boolean(),
    commitAs: z.enum(["DRAFT", "SUBMITTED"]),
    source: z.string().nullable(),
    restriction: z.string().nullable().meta({ description: "Terms that forbid passing the records on." }),
    progress: z.object({ done: z.int(), total: z.int() }).meta({ description: "Bytes while the file is read, records while it is written." }),
    rows: z.object({ read: count, accepted: count, acceptedWithWarning: count, needsReview: count, rejected: count, duplicate: count }),
    effects: z.object({ create: count, update: count, skip: count, needsReview: count, rejected: count }).meta({ description: "What a commit does with them." }),
    reasons: z.record(z.string(), count).meta({ description: "How many records each reason stands with." }),
    plan: z.looseObject({ container: z.string(), format: z.string(), notes: z.array(z.looseObject({ code: z.string(), message: z.string() })), questions: z.array(z.looseObject({ code: z.string(), message: z.string() })) }).nullable().meta({ description: "How the file is read: encoding, delimiter, decimal sign, order of dates, columns." }),
    problems: z.array(z.object({ code: z.string(), message: z.string(), path: z.string().optional() })),
    createdAt: z.string(),
    committedAt: z.string().nullable(),
    undoneAt: z.string().nullable(),
  })
  .meta({ id: "Import" });
export type ImportView = z.output<typeof importView>;
