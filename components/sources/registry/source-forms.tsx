"use client";

import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { RefusalNotice } from "@/components/ui/refusal-notice";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useActionForm } from "@/components/ui/use-action-form";
import { reliabilities, sourceDerivations } from "@/lib/codelists/source-derivation";
import { sourceTopics } from "@/lib/codelists/source-topic";
import { deriveSourceAction, gradeSourceAction, withdrawSourceAction } from "@/lib/sources/registry/actions";

const optionsOf = (list: readonly { code: string; label: string }[], withCode = false) => list.map(({ code, label }) => ({ value: code, label: withCode ? `${code} ${label}` : label }));

/** Grade the source on one topic, with the reason. */
export function GradingForm({ id }: { id: number }) {
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(gradeSourceAction);
  return (
    <form action={send} onSubmit={onSubmit} className="grid max-w-2xl gap-3" aria-label="Grade the source">
      <input type="hidden" name="id" value={id} />
      <RefusalNotice messages={errorsBeside(["topic", "reliability", "reason"])} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="On what" errors={errorsOf("topic")}>
          <Select name="topic" options={optionsOf(sourceTopics)} />
        </Field>
        <Field label="Reliability" errors={errorsOf("reliability")} required>
          <Select name="reliability" options={optionsOf(reliabilities, true)} defaultValue="F" />
        </Field>
      </div>
      <Field label="Why" hint="A letter is a judgement of what it has reported so far, never of its owner." errors={errorsOf("reason")} required>
        <TextInput name="reason" maxLength={2000} />
      </Field>
      <div>
        <Button type="submit" disabled={isSending}>
          {isSending ? "Sending…" : "Keep the grade"}
        </Button>
      </div>
    </form>
  );
}

/** Say what the source rests on. */
export function DerivationForm({ id, derivation, root }: { id: number; derivation: string; root: number | null }) {
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(deriveSourceAction);
  return (
    <form action={send} onSubmit={onSubmit} className="grid max-w-2xl gap-3" aria-label="What the source rests on">
      <input type="hidden" name="id" value={id} />
      <RefusalNotice messages={errorsBeside(["derivation", "root", "reason"])} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="It" errors={errorsOf("derivation")}>
          <Select name="derivation" options={optionsOf(sourceDerivations)} defaultValue={derivation} />
        </Field>
        <Field label="Number of the other source" hint="From the register. Empty for an original." errors={errorsOf("root")}>
          <TextInput name="root" inputMode="numeric" defaultValue={root === null ? "" : String(root)} />
        </Field>
      </div>
      <Field label="How do you know?" errors={errorsOf("reason")} required>
        <TextInput name="reason" maxLength={2000} />
      </Field>
      <div>
        <Button type="submit" disabled={isSending}>
          {isSending ? "Sending…" : "Keep it"}
        </Button>
      </div>
    </form>
  );
}

/** Record that the source was withdrawn by whoever published it. */
export function WithdrawalForm({ id }: { id: number }) {
  const { send, onSubmit, isSending, errorsOf, errorsBeside } = useActionForm(withdrawSourceAction);
  return (
    <form action={send} onSubmit={onSubmit} className="grid max-w-2xl gap-3" aria-label="Record its withdrawal">
      <input type="hidden" name="id" value={id} />
      <RefusalNotice messages={errorsBeside(["reason"])} />
      <Field label="Who withdrew it, and where can that be read?" hint="Levels that rest on it come down at once, on the records and on the board. It can’t be undone." errors={errorsOf("reason")} required>
        <TextInput name="reason" maxLength={2000} />
      </Field>
      <div>
        <Button type="submit" variant="danger" disabled={isSending}>
          {isSending ? "Sending…" : "Record the withdrawal"}
        </Button>
      </div>
    </form>
  );
}
