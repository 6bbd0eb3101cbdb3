"use client";

import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { Button } from "@/components/ui/button";
import { RefusalNotice } from "@/components/ui/refusal-notice";
import { useActionForm, type FormAction } from "@/components/ui/use-action-form";
import { findMismatchAction, undoMismatchAction } from "@/lib/evidence/mismatch/actions";

type MismatchPanelProps = { id: number; name: string; isFound: boolean };

type Wording = { readonly summary: string; readonly lead: string; readonly hint: string; readonly confirm: string };
const finding: Wording = {
  summary: "Differs from the claims",
  lead: "You find that this file shows something else than the claims say. The record is marked so; no claim is changed and no approval falls away.",
  hint: "What the file shows, and what the claims say instead. Whoever may know of the file reads it.",
  confirm: "Record the finding",
};
const undoing: Wording = { summary: "Take the finding back", lead: "The finding and the reason for taking it back stay in the history.", hint: "Why it no longer holds.", confirm: "Take it back" };

/** A reviewer's finding that a file and the claims differ, or its taking back. */
export function MismatchPanel({ id, name, isFound }: MismatchPanelProps) {
  const [wording, action]: [Wording, FormAction] = isFound ? [undoing, undoMismatchAction] : [finding, findMismatchAction];
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(action);
  return (
    <details className="text-sm">
      <summary className="w-fit font-medium text-accent-ink">{wording.summary}</summary>
      <form action={send} onSubmit={onSubmit} aria-label={`${wording.summary}: ${name}`} className="mt-3 grid gap-4 border-l-2 border-line pl-4">
        <input type="hidden" name="id" value={id} />
        <RefusalNotice messages={errorsBeside(["reason"])} />
        <p className="text-ink-soft">{wording.lead}</p>
        <Field label="Reason" hint={wording.hint} errors={errorsOf("reason")} required>
          <TextArea name="reason" rows={3} maxLength={2000} />
        </Field>
        <div>
          <Button type="submit" variant="primary" disabled={isSending}>
            {isSending ? "Sending…" : wording.confirm}
          </Button>
        </div>
      </form>
    </details>
  );
}
