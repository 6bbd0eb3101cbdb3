"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";
import { useActionForm } from "@/components/ui/use-action-form";
import { giveSecondWordAction } from "@/lib/compliance/decisions/actions";

/** The second reviewer's word. Each button sends its own verdict. */
export function SecondWordForm({ code, id }: { code: string; id: number }) {
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(giveSecondWordAction);
  const refused = errorsBeside(["reason"]);
  return (
    <form action={send} onSubmit={onSubmit} className="mt-3 grid max-w-prose gap-3 print:hidden" aria-label="Second word">
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="id" value={id} />
      {refused.length > 0 && (
        <Notice tone="danger" role="alert" title="Not done">
          {refused.map((message) => (
            <p key={message}>{message}</p>
          ))}
        </Notice>
      )}
      <Field label="Reason" hint="Needed to reject, at least 10 characters. Everybody reads it." errors={errorsOf("reason")}>
        <TextArea name="reason" rows={2} maxLength={2000} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="verdict" value="CONFIRM" variant="primary" disabled={isSending}>
          Confirm
        </Button>
        <Button type="submit" name="verdict" value="REJECT" variant="danger" disabled={isSending}>
          Reject
        </Button>
      </div>
    </form>
  );
}
