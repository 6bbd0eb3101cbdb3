import { z } from "zod";
import { amendmentAcceptances, amendmentInstrumentCodes } from "@/lib/codelists/amendment";
import { dayField, instantField, oneOf, partialDateField, textField } from "@/lib/codelists/code-schema";
import { accessRestrictionCodes, coverageLevelCodes } from "@/lib/codelists/coverage";
import { deadlineOriginCodes, deadlineStandingCodes } from "@/lib/codelists/deadline-origin";
import { deadlineRuleCodes } from "@/lib/codelists/deadline-rule";
import { instrumentRelationCodes } from "@/lib/codelists/instrument-relation";
import { obligationKindCodes } from "@/lib/codelists/obligation-kind";
import { pamSubjects } from "@/lib/codelists/pam-subject";
import { confidenceCodes } from "@/lib/codelists/source-basis";
import { timePrecisionCodes } from "@/lib/codelists/time-precision";
import { outcomeInput } from "./truces/schema";

const keys = z.array(z.string().min(1)).default([]);
const day = dayField.nullable().default(null);
const note = textField.nullable().default(null);

/** A zone by its IANA name, as the runtime knows it. */
const zone = textField
  .refine(isZone, { error: (issue) => `${JSON.stringify(issue.input)} is not a time zone; write its IANA name, such as Europe/Moscow.` })
  .nullable()
  .default(null);

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

export const deadlineInput = z.strictObject({
  dueOn: dayField,
  rule: oneOf(deadlineRuleCodes),
  wording: note,
  origin: oneOf(deadlineOriginCodes),
  standing: oneOf(deadlineStandingCodes),
  instrument: oneOf(amendmentInstrumentCodes).nullable().default(null),
  acceptance: oneOf(amendmentAcceptances.map((entry) => entry.code) as ["ACCEPTED_BY_ALL", "ACCEPTED_BY_SOME", "CONTESTED"]).nullable().default(null),
  setBy: textField,
  setOn: dayField,
  setOnPrecision: oneOf(timePrecisionCodes).default("T4_DAY"),
  basis: textField,
});
export type DeadlineInput = z.infer<typeof deadlineInput>;

/** Settings of the kind; each rule reads its own. */
export const obligationTerms = z.strictObject({
  windowDays: z.number().int().positive().optional(),
  termYears: z.number().int().positive().optional(),
  noticeMonths: z.number().int().positive().optional(),
  planYears: z.number().int().positive().optional(),
  isSetContested: z.boolean().optional(),
  /** A breach that changes positions lasts until they are given back. */
  isChangeLasting: z.boolean().optional(),
  startReadings: z.array(z.strictObject({ holder: textField, on: dayField, basis: textField })).optional(),
});
export type ObligationTerms = z.infer<typeof obligationTerms>;

export const coverageInput = z.strictObject({
  observer: z.string(),
  fromOn: dayField,
  toOn: day,
  level: oneOf(coverageLevelCodes),
  restriction: oneOf(accessRestrictionCodes).nullable().default(null),
  note,
  source: z.string().nullable().default(null),
});

export const obligationInput = z.strictObject({
  code: z.string().regex(/^[A-Z0-9]+-\d+[a-z]$/, { error: (issue) => `${JSON.stringify(issue.input)} is not an obligation's code, such as NK2020-6a.` }),
  clause: z.number().int().positive(),
  title: textField,
  kind: oneOf(obligationKindCodes),
  subject: oneOf(pamSubjects),
  description: textField,
  reading: textField,
  obligors: z.array(textField).min(1),
  obligorSides: z.array(z.string()).min(1),
  beneficiary: textField,
  beneficiarySides: z.array(z.string()),
  startsAt: instantField.nullable(),
  endsOn: day,
  scope: textField,
  verifier: textField,
  textNote: note,
  readingNote: note,
  confidence: oneOf(confidenceCodes),
  terms: obligationTerms.default({}),
  quantities: z.array(z.strictObject({ what: textField, value: z.number().nullable(), unit: z.string().nullable(), valueText: z.string().nullable(), operator: textField })).default([]),
  deadlines: z.array(deadlineInput).default([]),
  interpretations: z.array(z.strictObject({ holder: textField, reading: textField, statedOn: partialDateField.nullable(), source: z.string().nullable() })).default([]),
  coverage: z.array(coverageInput).default([]),
  dependsOn: keys,
  sources: keys,
});
export type ObligationInput = z.infer<typeof obligationInput>;

export const agreementInput = z.strictObject({
  code: z.string().regex(/^AGR-[A-Z0-9-]+$/, { error: (issue) => `${JSON.stringify(issue.input)} is not an agreement's code, such as AGR-2020-11-10.` }),
  titles: z.array(textField).min(1),
  kind: textField,
  conflict: textField,
  signedOn: dayField,
  signedNote: note,
  inForceAt: instantField.nullable().default(null),
  inForceLocal: note,
  inForceZone: zone,
  inForceNote: note,
  parties: z.array(textField).min(1),
  signatories: z.array(textField),
  mediators: z.array(textField),
  place: note,
  status: textField,
  statusOn: day,
  notes: z.array(textField),
  confidence: oneOf(confidenceCodes),
  isDemonstration: z.boolean(),
  sources: keys,
  clauses: z.array(z.strictObject({ number: z.number().int().positive(), title: textField })).default([]),
  textVersions: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z0-9-]+$/),
        language: z.string().length(2),
        publisher: textField,
        publishedOn: partialDateField.nullable(),
        source: z.string().nullable(),
        note,
        clauses: z.array(z.strictObject({ number: z.number().int().positive(), text: textField, differs: z.boolean().default(false), note })),
      }),
    )
    .default([]),
  links: z.array(z.strictObject({ to: z.string(), relation: oneOf(instrumentRelationCodes), note })).default([]),
  obligations: z.array(obligationInput).default([]),
  setsTruce: z.boolean().default(false),
  outcomes: z.array(outcomeInput).default([]),
});
export type AgreementInput = z.infer<typeof agreementInput>;

export const discrepancyInput = z.strictObject({
  code: z.string().regex(/^D-\d{2,}$/, { error: (issue) => `${JSON.stringify(issue.input)} is not a discrepancy's code, such as D-01.` }),
  topic: textField,
  seedText: textField,
  publicText: textField,
  effect: textField,
  obligations: keys,
  agreements: keys,
  sources: keys,
});
export type DiscrepancyInput = z.infer<typeof discrepancyInput>;
