"use client";

import type { FormMetadata } from "@conform-to/react";
import { AddRow } from "./add-row";
import type { FieldOf, TextFieldOf } from "./controls";
import type { SourceChoice } from "./form-choices";
import { FormSection } from "./form-section";
import { ProtectSelect } from "./protect-select";
import type { IncidentFormValues } from "./form-values";
import { RowFrame } from "./row-frame";
import { SourceChoices, SourcePicker } from "./source-picker";

type Props = { form: FormMetadata<IncidentFormValues>; mark: TextFieldOf; field: FieldOf<(string | undefined)[] | undefined>; sources: readonly SourceChoice[] };

export function SourcesSection({ form, mark, field, sources }: Props) {
  const rows = field.getFieldList();
  return (
    <FormSection legend="Further sources" id={field.id} errors={field.errors} protection={<ProtectSelect field={mark} of="the sources" />} lead="Sources that bear on the record as a whole. Those of a claim or a count are given beside it and need not be repeated.">
      <SourceChoices sources={sources} />
      {rows.map((row, index) => (
        <RowFrame key={row.key} form={form} list="sources" index={index} count={rows.length} legend={`Source ${index + 1}`}>
          <SourcePicker field={row} sources={sources} className="sm:col-span-2 lg:col-span-6" />
        </RowFrame>
      ))}
      <AddRow count={rows.length} list="sources" button={form.insert.getButtonProps({ name: field.name, defaultValue: "" })}>
        Add a source
      </AddRow>
    </FormSection>
  );
}
