"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { RefusalNotice } from "@/components/ui/refusal-notice";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { useActionForm } from "@/components/ui/use-action-form";
import { correctionDecisionCodes, correctionOutcomeLabel } from "@/lib/codelists/correction";
import { decideCorrectionRequestAction, withdrawCorrectionRequestAction } from "@/lib/corrections/actions";

/** A reviewer's decision on a request. */
export function RequestDecisionForm({ id }: { id: number }) {
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(decideCorrectionRequestAction);
  return (
    <form action={send} onSubmit={onSubmit} className="grid max-w-2xl gap-4" aria-label="Decide on the request">
      <input type="hidden" name="id" value={id} />
      <RefusalNotice messages={errorsBeside(["outcome", "reason"])} />
      <Field label="Decision" errors={errorsOf("outcome")} required>
        <Select name="outcome" placeholder="Choose" options={correctionDecisionCodes.map((code) => ({ value: code, label: correctionOutcomeLabel(code) }))} />
      </Field>
      <Field label="Reason" hint="It is public and stands beside the record. Accepting changes nothing by itself: open the record’s correction afterwards." errors={errorsOf("reason")} required>
        <TextArea name="reason" rows={4} maxLength={5000} />
      </Field>
      <div>
        <Button type="submit" variant="primary" disabled={isSending}>
          {isSending ? "Sending…" : "Decide"}
        </Button>
      </div>
    </form>
  );
}

/** Who filed a request takes it back. */
export function RequestWithdrawalForm({ id }: { id: number }) {
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(withdrawCorrectionRequestAction);
  return (
    <form action={send} onSubmit={onSubmit} className="grid max-w-2xl gap-4" aria-label="Take the request back">
      <input type="hidden" name="id" value={id} />
      <RefusalNotice messages={errorsBeside(["reason"])} />
      <Field label="Why do you take it back?" errors={errorsOf("reason")} required>
        <TextArea name="reason" rows={2} maxLength={2000} />
      </Field>
      <div>
        <Button type="submit" disabled={isSending}>
          {isSending ? "Sending…" : "Take it back"}
        </Button>
      </div>
    </form>
  );
}
