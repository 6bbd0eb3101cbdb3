"use client";

import type { SubmissionResult } from "@conform-to/react";
import { startTransition, useActionState, type FormEvent } from "react";

export type FormAction = (previous: unknown, formData: FormData) => Promise<SubmissionResult>;

/** Sends a form and keeps what was typed when it is refused. `errorsOf("")` are those of the whole form. */
export function useFormAction(action: FormAction) {
  const [result, send, isSending] = useActionState<SubmissionResult | undefined, FormData>(action, undefined);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const formData = new FormData(event.currentTarget);
    startTransition(() => send(formData));
  };
  const errors = result?.status === "error" ? (result.error ?? {}) : {};
  const errorsOf = (name: string): string[] => errors[name] ?? [];
  /** Errors of parts that this form does not show beside a field. */
  const errorsBeside = (shown: readonly string[]): string[] => Object.entries(errors).flatMap(([name, messages]) => (shown.includes(name) ? [] : (messages ?? [])));
  return { send, onSubmit, isSending, errorsOf, errorsBeside };
}
