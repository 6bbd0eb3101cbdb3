import { parseWithZod } from "@conform-to/zod/v4";
import type { SubmissionResult } from "@conform-to/react";
import type { z } from "zod";
import { requireActor } from "@/lib/auth/session";
import type { Actor } from "@/lib/kernel/actor";
import { type FieldError, lineOf, type Refusal, sentenceOf } from "@/lib/kernel/refusal";
import type { Result } from "@/lib/kernel/result";
import { givenFields } from "./given-fields";

type FormActionFacts<S extends z.ZodType, T> = {
  /** The shape of the form. Its issues are shown beside the fields. */
  input: S;
  run: (actor: Actor, input: z.output<S>, now: Date) => Promise<Result<T>>;
  /** What the page does next; may redirect. */
  done: (value: T, input: z.output<S>) => void | Promise<void>;
};

/** A server action for `useActionState`: actor, then shape, then the use case, then what is wrong or what comes next. */
export function formAction<S extends z.ZodType, T>({ input, run, done }: FormActionFacts<S, T>) {
  return async (_previous: unknown, formData: FormData): Promise<SubmissionResult> => {
    const actor = await requireActor();
    const submission = parseWithZod(givenFields(formData), { schema: input });
    if (submission.status !== "success") return submission.reply();
    const result = await run(actor, submission.value, new Date());
    if (!result.ok) return submission.reply(repliesOf(result.refusal, new Set(Object.keys(submission.payload))));
    await done(result.value, submission.value);
    return submission.reply();
  };
}

/** `claims.0.speaker` as the form names it: `claims[0].speaker`. */
const formNameOf = (path: string): string => path.replaceAll(/\.(\d+)(?=\.|$)/g, "[$1]");

/** The refusal as conform's errors: beside the field where the form has it, else above the form, so that none is lost. */
export function repliesOf(refusal: Refusal, fieldsOfForm: ReadonlySet<string>): { formErrors?: string[]; fieldErrors?: Record<string, string[]> } {
  if (refusal.kind !== "invalid") return { formErrors: [sentenceOf(refusal, ownWords)] };
  const isOnForm = ({ path }: FieldError): boolean => fieldsOfForm.has(path.split(".")[0] ?? "");
  const fieldErrors: Record<string, string[]> = {};
  for (const error of refusal.errors.filter(isOnForm)) (fieldErrors[formNameOf(error.path)] ??= []).push(error.message);
  const formErrors = refusal.errors.filter((error) => !isOnForm(error)).map(lineOf);
  return formErrors.length > 0 ? { fieldErrors, formErrors } : { fieldErrors };
}

const ownWords = { unauthenticated: "Your session has ended. Sign in again; what you entered is still in the form.", "not-found": "This record does not exist, or you may not see it." };
