"use client";

import type { FormMetadata } from "@conform-to/react";
import { Checkbox } from "@/components/ui/checkbox";
import { casualtySides } from "@/lib/codelists/casualty-side";
import { casualtyStatuses } from "@/lib/codelists/casualty-status";
import { casualtyOutcomes } from "@/lib/codelists/casualty";
import { AddRow } from "./add-row";
import { type FieldOf, optionsOf, SelectField, TextField, type TextFieldOf } from "./controls";
import type { SourceChoice } from "./form-choices";
import { FormSection } from "./form-section";
import { ProtectSelect } from "./protect-select";
import type { CasualtyValues, IncidentFormValues } from "./form-values";
import { RowFrame } from "./row-frame";
import { SourcePicker } from "./source-picker";

type Props = { form: FormMetadata<IncidentFormValues>; mark: TextFieldOf; field: FieldOf<CasualtyValues[] | undefined>; sources: readonly SourceChoice[] };

const countInput = { type: "number", min: 0, step: 1, inputMode: "numeric" } as const;

export function CasualtiesSection({ form, mark, field, sources }: Props) {
  const rows = field.getFieldList();
  return (
    <FormSection
      legend="Casualties"
      id={field.id}
      errors={field.errors}
      protection={<ProtectSelect field={mark} of="the counts" />}
      lead="One row for each count that a source gives for one group. Counts of different sources stand side by side and are never added up. Empty is unknown; 0 is a count."
    >
      {rows.map((row, index) => {
        const cells = row.getFieldset();
        return (
          <RowFrame key={row.key} form={form} list="casualties" index={index} count={rows.length} legend={`Count ${index + 1}`}>
            <SelectField field={cells.outcome} label="Outcome" required options={optionsOf(casualtyOutcomes)} className="lg:col-span-2" />
            <SelectField field={cells.status} label="Who" required options={optionsOf(casualtyStatuses)} className="lg:col-span-2" />
            <SelectField field={cells.side} label="Side" required options={optionsOf(casualtySides)} className="lg:col-span-2" />
            <div className="grid grid-cols-3 gap-3 lg:col-span-3">
              <TextField field={cells.low} label="Lowest" {...countInput} />
              <TextField field={cells.best} label="Best" {...countInput} />
              <TextField field={cells.high} label="Highest" {...countInput} />
            </div>
            <SourcePicker field={cells.source} sources={sources} className="lg:col-span-3" />
            <Checkbox
              id={cells.orderFlagged.id}
              name={cells.orderFlagged.name}
              form={cells.orderFlagged.formId}
              defaultChecked={cells.orderFlagged.initialValue === "on"}
              label="The source itself gives figures that are not in the order lowest, best, highest"
              className="sm:col-span-2 lg:col-span-6"
            />
          </RowFrame>
        );
      })}
      <AddRow count={rows.length} list="casualties" button={form.insert.getButtonProps({ name: field.name, defaultValue: { status: "UNKNOWN", side: "UNKNOWN" } })}>
        Add a count
      </AddRow>
    </FormSection>
  );
}
