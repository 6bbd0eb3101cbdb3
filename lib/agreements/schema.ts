import { z } from "zod";
import { amendmentAcceptances, amendmentInstrumentCodes } from "@/lib/codelists/amendment";
import { dayField, oneOf, partialDateField, storedInstantField, textField } from "@/lib/codelists/code-schema";
import { accessRestrictionCodes, coverageLevelCodes } from "@/lib/codelists/coverage";
import { deadlineOriginCodes, deadlineStandingCodes } from "@/lib/codelists/deadline-origin";
import { deadlineRuleCodes } from "@/lib/codelists/deadline-rule";
import { instrumentRelationCodes } from "@/lib/codelists/instrument-relation";
import { obligationKindCodes } from "@/lib/codelists/obligation-kind";
import { pamSubjects } from "@/lib/codelists/pam-subject";
import { confidenceCodes } from "@/lib/codelists/source-basis";
import { timePrecisionCodes } from "@/lib/codelists/time-precision";
import { longestTerm } from "./domain/duty-rules";
import { outcomeInput } from "./truces/schema";

/** Longest text of a field: a clause with its remarks is far below it. */
export const longestText = 20_000;

const lengthIn = (input: unknown): number => (typeof input === "string" ? input.length : 0);
const text = textField.max(longestText, { error: (issue) => `This text has ${lengthIn(issue.input)} characters; at most ${longestText} are kept.` });
const key = z.string().min(1).max(60, { error: "A key or code has at most 60 characters." });
const keys = z.array(key).max(2000).default([]);
const day = dayField.nullable().default(null);
const note = text.nullable().default(null);

/** A zone by its IANA name, as the runtime knows it. */
const zone = text
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
  setBy: text,
  setOn: dayField,
  setOnPrecision: oneOf(timePrecisionCodes).default("T4_DAY"),
  basis: text,
});
export type DeadlineInput = z.infer<typeof deadlineInput>;

const lengthOf = (most: number) => z.number().int().min(1).max(most);

/** Settings of the kind; each rule reads its own. `ruleVersion` names the rules that they were written for. */
export const obligationTerms = z.strictObject({
  ruleVersion: key.optional(),
  windowDays: lengthOf(3660).optional(),
  termYears: lengthOf(longestTerm.years).optional(),
  noticeMonths: lengthOf(longestTerm.months).optional(),
  planYears: lengthOf(longestTerm.years).optional(),
  isSetContested: z.boolean().optional(),
  /** A breach that changes positions lasts until they are given back. */
  isChangeLasting: z.boolean().optional(),
  startReadings: z.array(z.strictObject({ holder: text, on: dayField, basis: text })).min(1).max(20).optional(),
});
export type ObligationTerms = z.infer<typeof obligationTerms>;

export const coverageInput = z.strictObject({
  observer: key,
  fromOn: dayField,
  toOn: day,
  level: oneOf(coverageLevelCodes),
  restriction: oneOf(accessRestrictionCodes).nullable().default(null),
  note,
  source: key.nullable().default(null),
});

export const quantityInput = z.strictObject({ what: text, value: z.number().nullable(), unit: text.nullable(), valueText: text.nullable(), operator: text });
export const interpretationInput = z.strictObject({ holder: text, reading: text, statedOn: partialDateField.nullable(), source: key.nullable() });

export const obligationInput = z.strictObject({
  code: key.regex(/^[A-Z0-9]+(?:-[A-Z0-9]+)*-\d+[a-z]{1,2}$/, { error: (issue) => `${JSON.stringify(issue.input)} is not an obligation's code, such as NK2020-6a: a short name of the agreement, the clause, a letter.` }),
  clause: z.number().int().positive(),
  title: text,
  kind: oneOf(obligationKindCodes),
  subject: oneOf(pamSubjects),
  description: text,
  reading: text,
  obligors: z.array(text).min(1),
  obligorSides: z.array(key).min(1),
  beneficiary: text,
  beneficiarySides: z.array(key),
  startsAt: storedInstantField.nullable(),
  endsOn: day,
  scope: text,
  verifier: text,
  textNote: note,
  readingNote: note,
  confidence: oneOf(confidenceCodes),
  terms: obligationTerms.default({}),
  quantities: z.array(quantityInput).max(100).default([]),
  deadlines: z.array(deadlineInput).max(100).default([]),
  interpretations: z.array(interpretationInput).max(300).default([]),
  coverage: z.array(coverageInput).max(500).default([]),
  dependsOn: keys,
  sources: keys,
});
export type ObligationInput = z.infer<typeof obligationInput>;

export const clauseInput = z.strictObject({ number: z.number().int().positive(), title: text });
export const clauseTextInput = z.strictObject({ number: z.number().int().positive(), text, differs: z.boolean().default(false), note });

export const textVersionInput = z.strictObject({
  key: key.regex(/^[a-z0-9-]+$/, { error: (issue) => `${JSON.stringify(issue.input)} is not the key of a text version: small letters, digits and hyphens only.` }),
  language: z.string().regex(/^[a-z]{2,3}$/, { error: (issue) => `${JSON.stringify(issue.input)} is not a language; write its ISO 639 code, such as en.` }),
  publisher: text,
  publishedOn: partialDateField.nullable(),
  source: key.nullable(),
  note,
  clauses: z.array(clauseTextInput).max(300),
});

export const linkInput = z.strictObject({ to: key, relation: oneOf(instrumentRelationCodes), note });

export const agreementInput = z.strictObject({
  code: key.regex(/^AGR-[A-Z0-9-]+$/, { error: (issue) => `${JSON.stringify(issue.input)} is not an agreement's code, such as AGR-2020-11-10.` }),
  titles: z.array(text).min(1),
  kind: text,
  conflict: text,
  signedOn: dayField,
  signedNote: note,
  inForceAt: storedInstantField.nullable().default(null),
  inForceLocal: note,
  inForceZone: zone,
  inForceNote: note,
  parties: z.array(text).min(1),
  signatories: z.array(text),
  mediators: z.array(text),
  place: note,
  status: text,
  statusOn: day,
  notes: z.array(text),
  confidence: oneOf(confidenceCodes),
  isDemonstration: z.boolean(),
  sources: keys,
  clauses: z.array(clauseInput).max(300).default([]),
  textVersions: z.array(textVersionInput).max(100).default([]),
  links: z.array(linkInput).max(100).default([]),
  obligations: z.array(obligationInput).max(500).default([]),
  setsTruce: z.boolean().default(false),
  outcomes: z.array(outcomeInput).max(300).default([]),
});
export type AgreementInput = z.infer<typeof agreementInput>;

export const discrepancyInput = z.strictObject({
  code: key.regex(/^D-(?:[A-Z0-9]+-)*\d{2,}$/, { error: (issue) => `${JSON.stringify(issue.input)} is not a discrepancy's code, such as D-01 or D-SY2018-01.` }),
  topic: text,
  seedText: text,
  publicText: text,
  effect: text,
  obligations: keys,
  agreements: keys,
  sources: keys,
});
export type DiscrepancyInput = z.infer<typeof discrepancyInput>;
