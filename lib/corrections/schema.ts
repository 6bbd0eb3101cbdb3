import { z } from "zod";
import { oneOf, rowNumberField, wordsField } from "@/lib/codelists/code-schema";
import { correctionAimCodes, correctionDecisionCodes, correctionKindCodes, correctionOutcomes } from "@/lib/codelists/correction";

const webAddress = z
  .url({ protocol: /^https?$/, error: (issue) => `${JSON.stringify(issue.input)} is no address of a web page; write https://….` })
  .max(2000, { error: "The address is too long." });
const optionalWords = (max: number) => wordsField("", max).nullable().default(null);

export const correctionRequestInput = z.strictObject({
  incident: rowNumberField,
  aim: oneOf(correctionAimCodes),
  kind: oneOf(correctionKindCodes),
  onBehalfOf: z.preprocess((value) => (value === "" || value === undefined ? null : value), optionalWords(200)),
  says: wordsField("Say what is wrong, or what you reply.", 5000),
  evidenceUrl: z.preprocess((value) => (value === "" || value === undefined ? null : value), webAddress.nullable().default(null)),
});
export type CorrectionRequestInput = z.output<typeof correctionRequestInput>;

export const correctionDecisionBody = z.strictObject({ outcome: oneOf(correctionDecisionCodes), reason: wordsField("Say why: the reason is public.", 5000) });
export const correctionDecisionForm = correctionDecisionBody.extend({ id: rowNumberField });
export type CorrectionDecision = z.output<typeof correctionDecisionForm>;

export const correctionWithdrawalForm = z.strictObject({ id: rowNumberField, reason: wordsField("Say why you take it back.", 2000) });
export type CorrectionWithdrawal = z.output<typeof correctionWithdrawalForm>;

const state = z.enum(["open", "decided", "all"]);
/** The list's filters, as they stand in an address. */
export const correctionFilter = z.strictObject({
  state: state.default("open"),
  incident: rowNumberField.optional(),
  cursor: rowNumberField.optional().meta({ description: "`nextCursor` of the page before." }),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type CorrectionFilter = z.output<typeof correctionFilter>;

/** A request as the API answers it. */
export const correctionRequestView = z
  .object({
    id: z.int(),
    reference: z.string(),
    incident: z.object({ id: z.int(), reference: z.string(), title: z.string() }),
    aim: z.enum(correctionAimCodes),
    kind: z.enum(correctionKindCodes),
    onBehalfOf: z.string().nullable(),
    says: z.string().nullable().meta({ description: "null where the words are withheld from you." }),
    evidenceUrl: z.string().nullable(),
    filedAt: z.iso.datetime(),
    filedBy: z.string().nullable(),
    dueOn: z.string(),
    outcome: z.enum(correctionOutcomes.map((entry) => entry.code)).nullable(),
    decisionReason: z.string().nullable(),
    decidedAt: z.iso.datetime().nullable(),
    isOwn: z.boolean(),
    mayDecide: z.boolean(),
  })
  .meta({ id: "CorrectionRequest" });
