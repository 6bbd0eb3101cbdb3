"use client";

import type { FieldMetadata } from "@conform-to/react";
import type { ComponentProps, ReactNode } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";
import type { IncidentFormValues } from "./form-values";

export type FieldOf<T> = FieldMetadata<T, IncidentFormValues>;
export type TextFieldOf = FieldOf<string | undefined>;

type Labelled = { field: TextFieldOf; label: ReactNode; hint?: ReactNode; required?: boolean; className?: string };

/** A text control tied to its place in the record, with hint and errors beside it. */
export function TextField({ field, label, hint, required, className, ...input }: Labelled & Omit<ComponentProps<"input">, keyof Labelled | "form">) {
  return (
    <Field id={field.id} label={label} hint={hint} errors={field.errors} required={required} className={className}>
      <TextInput key={field.key} name={field.name} form={field.formId} defaultValue={field.initialValue} {...input} />
    </Field>
  );
}

export function SelectField({ field, label, hint, required, className, ...select }: Labelled & Omit<ComponentProps<typeof Select>, keyof Labelled | "form">) {
  return (
    <Field id={field.id} label={label} hint={hint} errors={field.errors} required={required} className={className}>
      <Select key={field.key} name={field.name} form={field.formId} defaultValue={field.initialValue} {...select} />
    </Field>
  );
}

export function TextAreaField({ field, label, hint, required, className, ...area }: Labelled & Omit<ComponentProps<"textarea">, keyof Labelled | "form">) {
  return (
    <Field id={field.id} label={label} hint={hint} errors={field.errors} required={required} className={className}>
      <TextArea key={field.key} name={field.name} form={field.formId} defaultValue={field.initialValue} {...area} />
    </Field>
  );
}

type CodeEntry = { readonly code: string; readonly label: string };

/** Code-list entries as options. */
export const optionsOf = (entries: readonly CodeEntry[]) => entries.map(({ code, label }) => ({ value: code, label }));
