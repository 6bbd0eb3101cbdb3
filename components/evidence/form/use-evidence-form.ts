"use client";

import type { SubmissionResult } from "@conform-to/react";
import { startTransition, useActionState, type FormEvent } from "react";

type Action = (previous: unknown, formData: FormData) => Promise<SubmissionResult>;

/** Sends a form and keeps what was typed when it is refused. `errorsOf` is for a field, `errorsBeside` for what no shown field bears. */
export function useEvidenceForm(action: Action) {
  const [result, send, isSending] = useActionState<SubmissionResult | undefined, FormData>(action, undefined);
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const formData = new FormData(event.currentTarget);
    startTransition(() => send(formData));
  };
  const errors = result?.status === "error" ? (result.error ?? {}) : {};
  const errorsOf = (name: string): string[] => errors[name] ?? [];
  const errorsBeside = (shown: readonly string[]): string[] => Object.entries(errors).flatMap(([name, messages]) => (shown.includes(name) ? [] : (messages ?? [])));
  return { send, onSubmit, isSending, errorsOf, errorsBeside };
}
