"use client";

import type { FormMetadata } from "@conform-to/react";
import { entryRelations, obligationRelationLabel } from "@/lib/codelists/obligation-relation";
import { AddRow } from "./add-row";
import { type FieldOf, SelectField } from "./controls";
import type { CodeChoice } from "./form-choices";
import { FormSection } from "./form-section";
import type { IncidentFormValues, ObligationValues } from "./form-values";
import { RowFrame } from "./row-frame";

type Props = { form: FormMetadata<IncidentFormValues>; field: FieldOf<ObligationValues[] | undefined>; obligations: readonly CodeChoice[] };

const relationOptions = entryRelations.map((code) => ({ value: code, label: obligationRelationLabel(code) }));

export function ObligationsSection({ form, field, obligations }: Props) {
  const rows = field.getFieldList();
  return (
    <FormSection
      legend="Obligations"
      id={field.id}
      errors={field.errors}
      lead="Which duties of an agreement this may bear on. Whether it is a breach or a fulfilment is found by a reviewer, not here."
    >
      {rows.map((row, index) => {
        const cells = row.getFieldset();
        return (
          <RowFrame key={row.key} form={form} list="obligations" index={index} count={rows.length} legend={`Obligation ${index + 1}`}>
            <SelectField field={cells.code} label="Obligation" required placeholder="Choose an obligation" options={obligations.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))} className="lg:col-span-4" />
            <SelectField field={cells.relation} label="Relation" options={relationOptions} className="lg:col-span-2" />
          </RowFrame>
        );
      })}
      <AddRow count={rows.length} list="obligations" button={form.insert.getButtonProps({ name: field.name, defaultValue: { relation: "POSSIBLE_BREACH" } })}>
        Add an obligation
      </AddRow>
    </FormSection>
  );
}
