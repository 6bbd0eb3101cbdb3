"use client";

import { useId, type ComponentProps, type ReactNode } from "react";
import { classNames } from "./class-names";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode; type?: "checkbox" | "radio" };

/** A box (or radio) with its label on the right; the whole line can be pressed. */
export function Checkbox({ label, hint, id: givenId, className, type = "checkbox", ...rest }: CheckboxProps) {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <div className={classNames("flex items-start gap-2.5", className)}>
      <input id={id} type={type} aria-describedby={hint === undefined ? undefined : `${id}-hint`} className="mt-0.5 size-4.5 shrink-0 accent-accent" {...rest} />
      <div className="min-w-0 text-sm">
        <label htmlFor={id} className="text-ink">
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className="text-ink-soft">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
