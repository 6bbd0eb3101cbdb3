import { z } from "zod";
import { dayField, isStorable, oneOf, rowNumber } from "@/lib/codelists/code-schema";
import { complianceStateCodes } from "@/lib/codelists/compliance-state";
import { decisionCommandCodes } from "@/lib/codelists/decision-command";
import { decisionDriftCodes } from "@/lib/codelists/decision-drift";
import { decisionVerdictCodes } from "@/lib/codelists/decision-verdict";
import { overlayCodes } from "@/lib/codelists/overlay";
import { timelinessCodes } from "@/lib/codelists/timeliness";
import { calendarDate } from "@/lib/kernel/calendar-date";

/** Signs from which on a reason says something. Accepting may be said in a word. */
export const leastReason = 10;

const reason = z
  .string({ error: "Say why." })
  .trim()
  .min(1, { error: "Say why." })
  .max(2000, { error: "A reason has at most 2000 characters." })
  .refine(isStorable, { error: "The text holds characters that can't be kept." });

const shortReason = `Say why in at least ${leastReason} characters: everybody reads it beside the state.`;

const decisionFields = z.object({
  command: oneOf(decisionCommandCodes),
  state: oneOf(complianceStateCodes).nullish().meta({ description: "For CHANGE: the state decided, of the scale that fits the kind of duty." }),
  reason: reason.meta({ description: `At least ${leastReason} characters for CHANGE and DEFER.` }),
  asOf: dayField.transform(calendarDate).meta({ description: "The day that the decision is about; it speaks for this day and every later one." }),
  ruleVersion: z
    .string({ error: "Name the version of the rules that made the proposal; a decision without one is not kept." })
    .trim()
    .min(1, { error: "Name the version of the rules that made the proposal; a decision without one is not kept." })
    .max(40),
  inputsDigest: z
    .string({ error: "Send the digest of the inputs that you looked at." })
    .regex(/^[0-9a-f]{64}$/, { error: "The digest has 64 hexadecimal digits; take `inputsDigest` of the obligation as it is." })
    .meta({ description: "`inputsDigest` of the obligation as it was read: where it has changed meanwhile, the decision is refused." }),
  follows: rowNumber.nullish().meta({ description: "The newest decision on this duty that was seen (`statusDecisions[0].id`), whatever became of it; null where there was none." }),
});

type Fields = z.infer<typeof decisionFields>;

function checkCommand({ command, state, reason: text }: Fields, context: z.RefinementCtx): void {
  const given = state ?? undefined;
  if (command === "CHANGE" && given === undefined) context.addIssue({ code: "custom", path: ["state"], message: "Choose the state that should stand." });
  if (command !== "CHANGE" && given !== undefined) context.addIssue({ code: "custom", path: ["state"], message: `${command} takes no state: ${given} was given.` });
  if (command !== "ACCEPT" && text.length < leastReason) context.addIssue({ code: "custom", path: ["reason"], message: shortReason });
}

/** What a reviewer makes of a proposal: the body of `POST /obligations/{code}/decisions`. */
export const decisionInput = decisionFields.superRefine(checkCommand);
export type DecisionInput = z.infer<typeof decisionInput>;

/** The form on a duty's page: the decision and the duty that it is on. */
export const decisionForm = decisionFields.extend({ code: z.string().trim().min(1).max(60) }).superRefine(checkCommand);

const secondWordFields = z.object({ verdict: oneOf(decisionVerdictCodes), reason: reason.nullish().meta({ description: `For REJECT, at least ${leastReason} characters.` }) });

function checkVerdict({ verdict, reason: text }: z.infer<typeof secondWordFields>, context: z.RefinementCtx): void {
  if (verdict === "REJECT" && (text ?? "").length < leastReason) context.addIssue({ code: "custom", path: ["reason"], message: shortReason });
}

/** The second reviewer's word: the body of `POST /obligations/{code}/decisions/{id}/confirmation`. */
export const secondWordInput = secondWordFields.superRefine(checkVerdict);
export type SecondWordInput = z.infer<typeof secondWordInput>;

export const secondWordForm = secondWordFields.extend({ code: z.string().trim().min(1).max(60), id: rowNumber }).superRefine(checkVerdict);

const state = z.enum(complianceStateCodes);
const timeliness = z.enum(timelinessCodes).nullable();

/** A decision as it is kept and read. Who decided is not part of it: not everybody may see names of staff. */
export const statusDecisionView = z
  .object({
    id: z.int(),
    asOf: z.string(),
    knownAt: z.string().meta({ description: "By what was known when." }),
    ruleVersion: z.string(),
    inputsDigest: z.string(),
    proposedState: state,
    proposedTimeliness: timeliness,
    proposedOverlays: z.array(z.enum(overlayCodes)),
    command: z.enum(decisionCommandCodes),
    decidedState: state.nullable().meta({ description: "null for DEFER." }),
    reason: z.string(),
    decidedAt: z.string(),
    inForceAt: z.string().nullable().meta({ description: "null while it waits for a second reviewer, and where that one rejected it." }),
    second: z.object({ verdict: z.enum(decisionVerdictCodes), reason: z.string().nullable(), decidedAt: z.string() }).nullable().meta({ description: "The second reviewer's word, where it was given." }),
  })
  .meta({ id: "StatusDecision" });

/** The decision that speaks for a board, with what has become different since. */
export const decisionInForceView = z
  .object({
    id: z.int(),
    command: z.enum(decisionCommandCodes),
    decidedState: state.nullable(),
    asOf: z.string(),
    decidedAt: z.string().meta({ description: "Since when it stands." }),
    ruleVersion: z.string(),
    reason: z.string(),
    drift: z.array(z.enum(decisionDriftCodes)).meta({ description: "What differs from what the reviewers saw." }),
  })
  .meta({ id: "DecisionInForce" });
