"use client";

import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { RefusalNotice } from "@/components/ui/refusal-notice";
import { TextArea } from "@/components/ui/text-area";
import { type Command, needsReason } from "@/lib/incidents/domain/workflow";
import { commandWords } from "./command-words";
import { useTransitionForm } from "./use-transition-form";

export type CommandTarget = { readonly id: number; readonly version: number };
type CommandFormProps = { target: CommandTarget; command: Command; onCancel: () => void; isReasonOffered: boolean; shownFields?: readonly string[]; children?: (errorsOf: (name: string) => string[]) => ReactNode };

/** One command with what it needs: a reason, and for an approval the finding. Says why it was refused and keeps the text. */
export function CommandForm({ target, command, onCancel, isReasonOffered, shownFields = [], children }: CommandFormProps) {
  const words = commandWords[command];
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useTransitionForm();
  return (
    <form action={send} onSubmit={onSubmit} className="grid gap-4" aria-label={words.button}>
      <input type="hidden" name="id" value={target.id} />
      <input type="hidden" name="expectedVersion" value={target.version} />
      <input type="hidden" name="command" value={command} />
      <p className="text-sm text-ink-soft">{words.help}</p>
      <RefusalNotice messages={errorsBeside(["reason", ...shownFields])} />
      {children?.(errorsOf)}
      {isReasonOffered && (
        <Field label="Reason" hint={words.reasonHint} errors={errorsOf("reason")} required={needsReason(command)}>
          <TextArea name="reason" rows={3} maxLength={2000} />
        </Field>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant={words.variant} disabled={isSending}>
          {isSending ? "Sending…" : words.confirm}
        </Button>
        <Button variant="quiet" onClick={onCancel} disabled={isSending}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
