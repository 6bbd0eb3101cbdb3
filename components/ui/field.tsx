"use client";

import { useId, type ReactNode } from "react";
import { FieldScope } from "./field-context";

type FieldProps = { label: ReactNode; hint?: ReactNode; errors?: string[] | undefined; required?: boolean | undefined; id?: string | undefined; className?: string | undefined; children: ReactNode };

/** A label, its control, a hint and what is wrong. The control inside finds its id and descriptions by itself. */
export function Field({ label, hint, errors = [], required = false, id: givenId, className, children }: FieldProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const describedBy = [hint === undefined ? "" : `${id}-hint`, errors.length > 0 ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <FieldScope.Provider value={{ id, describedBy, isInvalid: errors.length > 0, isRequired: required }}>
      <div className={className}>
        <label htmlFor={id} className="block text-sm font-medium text-ink">
          {label}
          {required && <span className="ml-1 text-xs font-normal text-ink-soft">(required)</span>}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="mt-0.5 text-sm text-ink-soft">
            {hint}
          </p>
        )}
        <div className="mt-1.5">{children}</div>
        {errors.length > 0 && (
          <div id={`${id}-error`} className="mt-1.5 border-l-2 border-danger-ink pl-2 text-sm font-medium text-danger-ink">
            {errors.map((error) => (
              <p key={error}>{error}</p>
            ))}
          </div>
        )}
      </div>
    </FieldScope.Provider>
  );
}
