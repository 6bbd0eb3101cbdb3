"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import type { TextFieldOf } from "./controls";
import type { SourceChoice } from "./form-choices";

export const sourceListId = "incident-source-choices";

/** The choices once for the whole form: hundreds of sources in every row would make the page heavy. */
export function SourceChoices({ sources }: { sources: readonly SourceChoice[] }) {
  return (
    <datalist id={sourceListId}>
      {sources.map(({ id, label }) => (
        <option key={id} value={label}>
          {label}
        </option>
      ))}
    </datalist>
  );
}

type SourcePickerProps = { field: TextFieldOf; sources: readonly SourceChoice[]; label?: string; className?: string };

/** A registered source, found by typing part of its name. What does not match is sent as typed and so refused, never dropped. */
export function SourcePicker({ field, sources, label = "Source", className }: SourcePickerProps) {
  const [typed, setTyped] = useState(() => sources.find(({ id }) => String(id) === field.initialValue)?.label ?? field.initialValue ?? "");
  const match = sources.find((source) => source.label === typed.trim());
  const isUnknown = typed.trim() !== "" && !match;
  return (
    <Field
      id={field.id}
      label={label}
      errors={field.errors}
      hint={isUnknown ? "Keep typing, then choose from the list." : undefined}
      className={className}
    >
      <TextInput list={sourceListId} value={typed} onChange={(event) => setTyped(event.target.value)} autoComplete="off" />
      <input type="hidden" name={field.name} form={field.formId} value={match ? match.id : typed.trim()} />
    </Field>
  );
}
