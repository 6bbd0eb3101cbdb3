"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { RefusalNotice } from "@/components/ui/refusal-notice";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { useActionForm } from "@/components/ui/use-action-form";
import { commentOnIncidentAction } from "@/lib/comments/actions";

const kinds = [
  { value: "COMMENT", label: "A comment" },
  { value: "DISSENT", label: "Dissent from what was decided" },
];

/** A further comment; a reviewer may mark it as dissent. */
export function CommentForm({ id, mayDissent }: { id: number; mayDissent: boolean }) {
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(commentOnIncidentAction);
  return (
    <form action={send} onSubmit={onSubmit} className="grid gap-3" aria-label="Add a comment">
      <input type="hidden" name="id" value={id} />
      <RefusalNotice messages={errorsBeside(["body", "kind"])} />
      {mayDissent && (
        <Field label="Kind" errors={errorsOf("kind")} hint="Readers are told that a reviewer disagrees, without the words or the name.">
          <Select name="kind" options={kinds} />
        </Field>
      )}
      <Field label="Comment" errors={errorsOf("body")} required>
        <TextArea name="body" rows={3} maxLength={5000} />
      </Field>
      <div>
        <Button type="submit" disabled={isSending}>
          {isSending ? "Sending…" : "Add it"}
        </Button>
      </div>
    </form>
  );
}
