"use client";

import type { SubmissionResult } from "@conform-to/react";
import { startTransition, useActionState, type FormEvent } from "react";

export type FormAction = (previous: unknown, formData: FormData) => Promise<SubmissionResult>;

/** Sends a form to a server action and keeps what was typed when it is refused. Works without script as well. */
export function useActionForm(action: FormAction) {
  const [result, send, isSending] = useActionState<SubmissionResult | undefined, FormData>(action, undefined);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // The button that was pressed may carry a value of its own.
    const submitter = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    const formData = new FormData(event.currentTarget, submitter);
    startTransition(() => send(formData));
  };
  const errors = result?.status === "error" ? (result.error ?? {}) : {};
  const errorsOf = (name: string): string[] => errors[name] ?? [];
  /** Errors of the form as a whole and of parts that are not shown beside a field. */
  const errorsBeside = (shown: readonly string[]): string[] => Object.entries(errors).flatMap(([name, messages]) => (shown.includes(name) ? [] : (messages ?? [])));
  return { send, onSubmit, isSending, errorsOf, errorsBeside };
}
