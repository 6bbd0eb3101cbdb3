"use client";

import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { RefusalNotice } from "@/components/ui/refusal-notice";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { type FormAction, useActionForm } from "@/components/ui/use-action-form";

type PairFormProps = {
  action: FormAction;
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
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(action);
  const name = useId();
  return (
    <form action={send} onSubmit={onSubmit} aria-labelledby={name} className="grid gap-3 rounded-sm border border-line bg-sunken p-3">
      <p id={name} className="text-sm font-semibold text-ink">{label}</p>
      <p className="text-sm text-ink-soft">{help}</p>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="other" value={other} />
      <RefusalNotice messages={errorsBeside(["reason", ...(choices ? [choices.name] : [])])} />
      {choices && (
        <Field label={choices.label} errors={errorsOf(choices.name)}>
          <Select name={choices.name} options={choices.options} />
        </Field>
      )}
      <Field label="Reason" hint="Others read it in the history of both records." errors={errorsOf("reason")} required>
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
