import { z } from "zod";
import { oneOf, partialDateField, textField } from "@/lib/codelists/code-schema";
import { sourceAlignmentCodes } from "@/lib/codelists/source-alignment";
import { sourceBasisCodes } from "@/lib/codelists/source-basis";
import { reliabilityCodes, sourceDerivationCodes } from "@/lib/codelists/source-derivation";
import { sourceKindCodes } from "@/lib/codelists/source-kind";
import { speakerKindCodes } from "@/lib/codelists/speaker-kind";

export const sourceInput = z.strictObject({
  key: z.string().regex(/^[a-z0-9_]+$/, { error: (issue) => `${JSON.stringify(issue.input)} is not a key: small letters, digits and underscores only.` }),
  publisher: textField,
  title: textField.nullable(),
  publishedOn: partialDateField.nullable(),
  url: z.url({ protocol: /^https?$/, error: (issue) => `${JSON.stringify(issue.input)} is not a web address.` }).nullable(),
  basis: oneOf(sourceBasisCodes),
  kind: oneOf(sourceKindCodes),
  alignment: oneOf(sourceAlignmentCodes),
  reliability: oneOf(reliabilityCodes).default("F"),
  derivation: oneOf(sourceDerivationCodes).default("ORIGINAL"),
});
export type SourceInput = z.infer<typeof sourceInput>;

export const speakerInput = z.strictObject({
  code: z.string().regex(/^[A-Z][A-Z0-9_]{1,30}$/, { error: (issue) => `${JSON.stringify(issue.input)} is not a speaker's code: capital letters, digits and underscores only.` }),
  name: textField,
  side: z.string().min(1).nullable(),
  rootGroup: textField,
  kind: oneOf(speakerKindCodes),
  isParty: z.boolean(),
});
export type SpeakerInput = z.infer<typeof speakerInput>;

/** What the list of sources can be narrowed by. */
export const sourceFilter = z.object({
  q: z.string().trim().max(200).default(""),
  kind: z.string().default(""),
  alignment: z.string().default(""),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
export type SourceFilter = z.infer<typeof sourceFilter>;
