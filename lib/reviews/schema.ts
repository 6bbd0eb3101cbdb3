import { z } from "zod";
import { isStorable, oneOf, rowNumber } from "@/lib/codelists/code-schema";
import { obligationEffectCodes } from "@/lib/codelists/obligation-effect";
import { obligationRelationCodes } from "@/lib/codelists/obligation-relation";
import { verificationCodes } from "@/lib/codelists/verification";
import { commands } from "@/lib/incidents/domain/workflow";

const reason = z
  .string()
  .trim()
  .max(2000, { error: "A reason has at most 2000 characters." })
  .refine(isStorable, { error: "The text holds characters that can't be kept." });

/** What a reviewer finds for one obligation; `effect` is what the record does to the object of the duty. */
const finding = z.object({
  code: z.string().trim().min(1).max(40),
  relation: oneOf(obligationRelationCodes),
  effect: oneOf(obligationEffectCodes).optional(),
});

/** One step of a record: the body of `POST /incidents/{id}/transitions`. */
export const transitionInput = z.object({
  command: oneOf(commands),
  reason: reason.optional(),
  verification: oneOf(verificationCodes).optional(),
  findings: z.array(finding).max(50).optional(),
});
export type TransitionInput = z.infer<typeof transitionInput>;

/** The buttons' form: the step, on which record, and which version of it was on the screen. */
export const transitionForm = transitionInput.extend({ id: rowNumber, expectedVersion: rowNumber.optional() });
