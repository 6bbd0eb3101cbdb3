"use client";

import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { controlClasses } from "./control-classes";
import { useControl } from "./field-context";

export type SelectOption = { value: string; label: string; disabled?: boolean };
export type SelectGroup = { label: string; options: SelectOption[] };

type SelectProps = ComponentProps<"select"> & { options?: readonly (SelectOption | SelectGroup)[]; placeholder?: string };

const option = ({ value, label, disabled }: SelectOption) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
);

/** The browser's own select: works by keyboard, on a phone and in every language. `placeholder` is the empty choice. */
export function Select({ className, options = [], placeholder, children, ...rest }: SelectProps) {
  const control = useControl(rest);
  return (
    <select className={classNames(controlClasses, "min-h-10 pr-8", className)} {...rest} {...control}>
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((entry) =>
        "options" in entry ? (
          <optgroup key={entry.label} label={entry.label}>
            {entry.options.map(option)}
          </optgroup>
        ) : (
          option(entry)
        ),
      )}
      {children}
    </select>
  );
}
