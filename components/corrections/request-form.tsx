"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { RefusalNotice } from "@/components/ui/refusal-notice";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import { useActionForm } from "@/components/ui/use-action-form";
import { correctionAims, correctionKinds } from "@/lib/codelists/correction";
import { fileCorrectionRequestAction } from "@/lib/corrections/actions";
import { decisionDays } from "@/lib/corrections/domain/request";

const optionsOf = (list: readonly { code: string; label: string }[]) => list.map(({ code, label }) => ({ value: code, label }));

/** Contradict a public record: what is wrong, or what one replies. */
export function RequestForm({ incident }: { incident: { id: number; reference: string } }) {
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(fileCorrectionRequestAction);
  return (
    <form action={send} onSubmit={onSubmit} className="grid max-w-2xl gap-4" aria-label={`Request on ${incident.reference}`}>
      <input type="hidden" name="incident" value={incident.id} />
      <RefusalNotice messages={errorsBeside(["aim", "kind", "onBehalfOf", "says", "evidenceUrl"])} />
      <Field label="What do you ask for?" errors={errorsOf("aim")} required>
        <Select name="aim" options={optionsOf(correctionAims)} />
      </Field>
      <Field label="Why" errors={errorsOf("kind")} hint="Words about somebody’s safety are shown to reviewers and auditors only." required>
        <Select name="kind" options={optionsOf(correctionKinds)} placeholder="Choose a reason" />
      </Field>
      <Field label="For whom do you speak?" hint="A side, an office, an organisation. Leave it empty where you speak for yourself." errors={errorsOf("onBehalfOf")}>
        <TextInput name="onBehalfOf" maxLength={200} />
      </Field>
      <Field label="What is wrong, or what do you reply?" hint="It is shown beside the record as your words, not as a finding." errors={errorsOf("says")} required>
        <TextArea name="says" rows={6} maxLength={5000} />
      </Field>
      <Field label="Where can it be read?" hint="The address of a page that supports it, if there is one." errors={errorsOf("evidenceUrl")}>
        <TextInput name="evidenceUrl" type="url" maxLength={2000} />
      </Field>
      <p className="text-sm text-ink-soft">
        It gets a number at once and is decided within {decisionDays} days by a reviewer who did not write the record. The decision and its reason are public.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={isSending}>
          {isSending ? "Sending…" : "File it"}
        </Button>
        <LinkButton href={`/incidents/${incident.id}`} variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </form>
  );
}
