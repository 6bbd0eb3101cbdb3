"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { RefusalNotice } from "@/components/ui/refusal-notice";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useActionForm } from "@/components/ui/use-action-form";
import { sourceAlignments } from "@/lib/codelists/source-alignment";
import { sourceKinds } from "@/lib/codelists/source-kind";
import { registerSourceAction } from "@/lib/sources/registry/actions";

const optionsOf = (list: readonly { code: string; label: string }[]) => list.map(({ code, label }) => ({ value: code, label }));

/** Register where something was read. One page is one source: a page that is known already is named. */
export function NewSourceForm() {
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(registerSourceAction);
  return (
    <form action={send} onSubmit={onSubmit} className="grid max-w-2xl gap-4" aria-label="Register a source">
      <RefusalNotice messages={errorsBeside(["publisher", "title", "publishedOn", "url", "kind", "alignment"])} />
      <Field label="Published by" errors={errorsOf("publisher")} required>
        <TextInput name="publisher" maxLength={200} />
      </Field>
      <Field label="Title" errors={errorsOf("title")}>
        <TextInput name="title" maxLength={300} />
      </Field>
      <Field label="Published on" hint="As printed: a day, a month or a year (YYYY-MM-DD, YYYY-MM, YYYY)." errors={errorsOf("publishedOn")}>
        <TextInput name="publishedOn" maxLength={10} />
      </Field>
      <Field label="Address" errors={errorsOf("url")}>
        <TextInput name="url" type="url" maxLength={2000} />
      </Field>
      <Field label="Kind" errors={errorsOf("kind")} required>
        <Select name="kind" placeholder="Choose a kind" options={optionsOf(sourceKinds)} />
      </Field>
      <Field label="Who speaks through it" hint="A fact about the source, not a grade." errors={errorsOf("alignment")} required>
        <Select name="alignment" placeholder="Choose" options={optionsOf(sourceAlignments)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={isSending}>
          {isSending ? "Sending…" : "Register it"}
        </Button>
        <LinkButton href="/sources" variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </form>
  );
}
