"use client";

import { createContext, useContext } from "react";

type FieldContext = { id: string; describedBy: string; isInvalid: boolean; isRequired: boolean };

export const FieldScope = createContext<FieldContext | undefined>(undefined);

type ControlProps = { id?: string | undefined; "aria-describedby"?: string | undefined; "aria-invalid"?: React.AriaAttributes["aria-invalid"]; "aria-required"?: React.AriaAttributes["aria-required"]; required?: boolean | undefined };

/** Ids of both lists, each once. */
const joinedIds = (own: string | undefined, ofField: string | undefined): string | undefined =>
  [...new Set(`${own ?? ""} ${ofField ?? ""}`.split(" "))].filter(Boolean).join(" ") || undefined;

const outside: FieldContext = { id: "", describedBy: "", isInvalid: false, isRequired: false };

/** The attributes that tie a control to the label, hint and errors of the Field around it. The control's own win or are joined. */
export function useControl(own: ControlProps) {
  const field = useContext(FieldScope) ?? outside;
  // `required` says it already; the attribute is for a control that is checked on the server alone.
  const isRequired = field.isRequired && own.required !== true;
  return {
    id: own.id ?? (field.id || undefined),
    "aria-describedby": joinedIds(own["aria-describedby"], field.describedBy),
    "aria-invalid": own["aria-invalid"] ?? (field.isInvalid || undefined),
    "aria-required": own["aria-required"] ?? (isRequired || undefined),
  };
}
