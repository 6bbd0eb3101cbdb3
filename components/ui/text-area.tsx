"use client";

import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { controlClasses } from "./control-classes";
import { useControl } from "./field-context";

export function TextArea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  const control = useControl(rest);
  return <textarea rows={rows} className={classNames(controlClasses, "resize-y", className)} {...rest} {...control} />;
}
