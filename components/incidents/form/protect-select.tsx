"use client";

import { Select } from "@/components/ui/select";
import { fieldMarkCodes, sensitivityLabel } from "@/lib/codelists/sensitivity";
import type { TextFieldOf } from "./controls";

const choices = fieldMarkCodes.map((code) => ({ value: code, label: sensitivityLabel(code) }));

/** Who may read one field, beside the field itself; without a choice it is as open as the record. */
export function ProtectSelect({ field, of }: { field: TextFieldOf; of: string }) {
  const errorId = field.errors ? `${field.id}-error` : undefined;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <label htmlFor={field.id} className="text-xs text-ink-soft">
        Protect {of}
      </label>
      <span className="w-44">
        <Select
          key={field.key}
          id={field.id}
          name={field.name}
          form={field.formId}
          defaultValue={field.initialValue}
          placeholder="As the record"
          options={choices}
          aria-invalid={field.errors ? true : undefined}
          aria-describedby={errorId}
          className="min-h-8 py-1 text-xs"
        />
      </span>
      {field.errors && (
        <p id={errorId} className="text-xs font-medium text-danger-ink">
          {field.errors.join(" ")}
        </p>
      )}
    </div>
  );
}
