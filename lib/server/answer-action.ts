import type { z } from "zod";
import { requireActor } from "@/lib/auth/session";
import type { Actor } from "@/lib/kernel/actor";
import type { Result } from "@/lib/kernel/result";
import { givenFields } from "./given-fields";
import { parseInput } from "./parse-input";

type AnswerActionFacts<S extends z.ZodType, T> = {
  input: S;
  run: (actor: Actor, input: z.output<S>, now: Date) => Promise<Result<T>>;
  /** What the page does next, where it does not stay; may redirect. */
  done: (value: T, input: z.output<S>) => void | Promise<void>;
};

/** A server action whose answer is shown on the same page: the result as it is, for `useActionState`. */
export function answerAction<S extends z.ZodType, T>({ input, run, done }: AnswerActionFacts<S, T>) {
  return async (_previous: unknown, formData: FormData): Promise<Result<T>> => {
    const actor = await requireActor();
    const parsed = parseInput(input, Object.fromEntries(givenFields(formData)));
    if (!parsed.ok) return parsed;
    const result = await run(actor, parsed.value, new Date());
    if (result.ok) await done(result.value, parsed.value);
    return result;
  };
}
