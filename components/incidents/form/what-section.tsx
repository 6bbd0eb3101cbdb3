"use client";

import { incidentFamilies, incidentTypes } from "@/lib/codelists/incident-type";
import { sensitivities } from "@/lib/codelists/sensitivity";
import { severities } from "@/lib/codelists/severity";
import { optionsOf, SelectField, TextField, type TextFieldOf } from "./controls";
import { FormSection } from "./form-section";
import { ProtectSelect } from "./protect-select";

/** Types under the families of the taxonomy. */
export const typeGroups = incidentFamilies.map((family) => ({
  label: family.label,
  options: incidentTypes.filter(({ code }) => code.startsWith(family.code)).map(({ code, label }) => ({ value: code, label: `${code} ${label}` })),
}));

type WhatSectionProps = { fields: { type: TextFieldOf; title: TextFieldOf; severity: TextFieldOf; sensitivity: TextFieldOf }; titleMark: TextFieldOf };

export function WhatSection({ fields, titleMark }: WhatSectionProps) {
  return (
    <FormSection legend="What">
      <SelectField field={fields.type} label="Type of incident" required placeholder="Choose a type" options={typeGroups} />
      <div className="grid gap-2">
        <TextField field={fields.title} label="Title" hint="Say what is reported and where, without naming who did it: that belongs to the claims." required maxLength={200} />
        <ProtectSelect field={titleMark} of="this field" />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField field={fields.severity} label="Severity" hint="Your own estimate of its weight." placeholder="Not set" options={optionsOf(severities)} />
        <SelectField
          field={fields.sensitivity}
          label="Sensitivity"
          hint="Who may read narrative, quotes and exact place. Each field can be protected further, below it."
          options={optionsOf(sensitivities)}
        />
      </div>
    </FormSection>
  );
}
