"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { RefusalNotice } from "@/components/ui/refusal-notice";
import { TextInput } from "@/components/ui/text-input";
import { useActionForm } from "@/components/ui/use-action-form";
import { saveSearchAction } from "@/lib/saved-searches/actions";

/** Keeps the filters in force under a name. */
export function SaveSearchForm({ query }: { query: string }) {
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(saveSearchAction);
  return (
    <details className="text-sm">
      <summary className="cursor-pointer py-1 text-accent-ink underline decoration-accent-line underline-offset-2">Save this search</summary>
      <form action={send} onSubmit={onSubmit} className="mt-2 flex flex-wrap items-end gap-2" aria-label="Save this search">
        <input type="hidden" name="query" value={query} />
        <RefusalNotice messages={errorsBeside(["name"])} />
        <Field label="Name" errors={errorsOf("name")} hint="Only you see it." required>
          <TextInput name="name" maxLength={80} autoComplete="off" />
        </Field>
        <Button type="submit" disabled={isSending}>
          {isSending ? "Saving…" : "Save"}
        </Button>
      </form>
    </details>
  );
}
