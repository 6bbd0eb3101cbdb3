"use client";

import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { controlClasses } from "./control-classes";
import { useControl } from "./field-context";

/** A one-line control: text, date, time, number, search, e-mail, password. */
export function TextInput({ className, type = "text", ...rest }: ComponentProps<"input">) {
  const control = useControl(rest);
  return <input type={type} className={classNames(controlClasses, "min-h-10", className)} {...rest} {...control} />;
}
