"use client";

import { Button } from "@/components/ui/button";
import { RefusalNotice } from "@/components/ui/refusal-notice";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { type FormAction, useActionForm } from "@/components/ui/use-action-form";
import type { ButtonVariant } from "@/components/ui/button-classes";

type CommandFormProps = { action: FormAction; id: number; label: string; working: string; variant?: ButtonVariant; help?: string; asksReason?: boolean };

/** One step of an import: a button, what it does, and why it was refused. */
export function CommandForm({ action, id, label, working, variant = "secondary", help, asksReason = false }: CommandFormProps) {
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(action);
  return (
    <form action={send} onSubmit={onSubmit} aria-label={label} className="grid gap-2">
      <input type="hidden" name="id" value={id} />
      <RefusalNotice messages={errorsBeside(["reason"])} />
      {help !== undefined && <p className="max-w-prose text-sm text-ink-soft">{help}</p>}
      {asksReason && (
        <Field label="Reason" hint="Kept in the audit." errors={errorsOf("reason")}>
          <TextInput name="reason" maxLength={2000} />
        </Field>
      )}
      <div>
        <Button type="submit" variant={variant} disabled={isSending}>
          {isSending ? working : label}
        </Button>
      </div>
    </form>
  );
}
