"use client";

import type { SubmissionResult } from "@conform-to/react";
import { startTransition, useActionState, useId, type FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";

export type PairAction = (previous: unknown, formData: FormData) => Promise<SubmissionResult>;
type PairFormProps = {
  action: PairAction;
  id: number;
  other: number;
  label: string;
  help: string;
  confirm: string;
  isGrave?: boolean;
  choices?: { label: string; name: string; options: readonly { value: string; label: string }[] };
};

/** One decision on a pair of records: what it is, and why. A refusal is said here and what was typed stays. */
export function PairForm({ action, id, other, label, help, confirm, isGrave = false, choices }: PairFormProps) {
  const [result, send, isSending] = useActionState<SubmissionResult | undefined, FormData>(action, undefined);
  const name = useId();
  const errors = result?.status === "error" ? (result.error ?? {}) : {};
  const beside = Object.entries(errors).flatMap(([field, messages]) => (field === "reason" || field === choices?.name ? [] : (messages ?? [])));
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const formData = new FormData(event.currentTarget);
    startTransition(() => send(formData));
  };
  return (
    <form action={send} onSubmit={onSubmit} aria-labelledby={name} className="grid gap-3 rounded-sm border border-line bg-sunken p-3">
      <p id={name} className="text-sm font-semibold text-ink">{label}</p>
      <p className="text-sm text-ink-soft">{help}</p>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="other" value={other} />
      {beside.length > 0 && (
        <Notice tone="danger" role="alert" title="Not done">
          {beside.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </Notice>
      )}
      {choices && (
        <Field label={choices.label} errors={errors[choices.name] ?? undefined}>
          <Select name={choices.name} options={choices.options} />
        </Field>
      )}
      <Field label="Reason" hint="Others read it in the history of both records." errors={errors["reason"] ?? undefined} required>
        <TextInput name="reason" maxLength={2000} />
      </Field>
      <div>
        <Button type="submit" variant={isGrave ? "danger" : "secondary"} disabled={isSending}>
          {isSending ? "Sending…" : confirm}
        </Button>
      </div>
    </form>
  );
}
