"use client";

import { createContext, useContext } from "react";

type FieldContext = { id: string; describedBy: string; isInvalid: boolean; isRequired: boolean };

export const FieldScope = createContext<FieldContext | undefined>(undefined);

type ControlProps = { id?: string | undefined; "aria-describedby"?: string | undefined; "aria-invalid"?: React.AriaAttributes["aria-invalid"]; "aria-required"?: React.AriaAttributes["aria-required"]; required?: boolean | undefined };

/** The attributes that tie a control to the label, hint and errors of the Field around it. The control's own win or are joined. */
export function useControl(own: ControlProps) {
  const field = useContext(FieldScope);
  const describedBy = [...new Set([...(own["aria-describedby"] ?? "").split(" "), ...(field?.describedBy ?? "").split(" ")])].filter(Boolean).join(" ");
  return {
    id: own.id ?? field?.id,
    "aria-describedby": describedBy || undefined,
    "aria-invalid": own["aria-invalid"] ?? (field?.isInvalid || undefined),
    "aria-required": own["aria-required"] ?? (own.required === true ? undefined : field?.isRequired || undefined),
  };
}
