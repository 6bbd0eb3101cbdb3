import { z } from "zod";
import { oneOf, partialDateField, rowNumberField, wordsField } from "@/lib/codelists/code-schema";
import { sourceAlignmentCodes } from "@/lib/codelists/source-alignment";
import { reliabilityCodes, sourceDerivationCodes } from "@/lib/codelists/source-derivation";
import { sourceKindCodes } from "@/lib/codelists/source-kind";
import { sourceTopicCodes } from "@/lib/codelists/source-topic";

/** An empty field of a form says nothing. */
const orNull = <T extends z.ZodType>(field: T) => z.preprocess((value) => (value === "" || value === undefined ? null : value), field.nullable());

/** A source that somebody read while logging. */
export const newSourceForm = z.strictObject({
  publisher: wordsField("Name who published it.", 200),
  title: orNull(wordsField("", 300)),
  publishedOn: orNull(partialDateField),
  url: orNull(z.url({ protocol: /^https?$/, error: (issue) => `${JSON.stringify(issue.input)} is not a web address; write https://….` }).max(2000)),
  kind: oneOf(sourceKindCodes),
  alignment: oneOf(sourceAlignmentCodes),
});
export type NewSource = z.output<typeof newSourceForm>;

export const gradingForm = z.strictObject({ id: rowNumberField, topic: oneOf(sourceTopicCodes), reliability: oneOf(reliabilityCodes), reason: wordsField("Say why: a letter without a reason helps nobody.", 2000) });
export type GradingInput = z.output<typeof gradingForm>;

export const derivationForm = z
  .strictObject({ id: rowNumberField, derivation: oneOf(sourceDerivationCodes), root: orNull(rowNumberField), reason: wordsField("Say how you know.", 2000) })
  .superRefine(({ derivation, root }, ctx) => {
    if (derivation === "ORIGINAL" && root !== null) ctx.addIssue({ code: "custom", path: ["root"], message: "An original rests on no other source; leave this empty." });
    if (derivation !== "ORIGINAL" && root === null) ctx.addIssue({ code: "custom", path: ["root"], message: "Give the number of the source that it rests on." });
  });
export type DerivationInput = z.output<typeof derivationForm>;

export const withdrawalForm = z.strictObject({ id: rowNumberField, reason: wordsField("Say who withdrew it, and where that can be read.", 2000) });
export type WithdrawalInput = z.output<typeof withdrawalForm>;
