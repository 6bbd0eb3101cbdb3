"use client";

import type { FormMetadata } from "@conform-to/react";
import { credibilities } from "@/lib/codelists/credibility";
import { stances } from "@/lib/codelists/stance";
import { AddRow } from "./add-row";
import { type FieldOf, optionsOf, SelectField, TextAreaField, TextField, type TextFieldOf } from "./controls";
import type { IncidentFormChoices } from "./form-choices";
import { FormSection } from "./form-section";
import { ProtectSelect } from "./protect-select";
import type { ClaimValues, IncidentFormValues } from "./form-values";
import { RowFrame } from "./row-frame";
import { SourcePicker } from "./source-picker";
import { placeListId } from "./where-section";

type Props = { form: FormMetadata<IncidentFormValues>; mark: TextFieldOf; field: FieldOf<ClaimValues[] | undefined>; choices: IncidentFormChoices; today: string };

export function ClaimsSection({ form, mark, field, choices, today }: Props) {
  const rows = field.getFieldList();
  const speakers = optionsOf(choices.speakers);
  return (
    <FormSection legend="Claims" id={field.id} errors={field.errors} protection={<ProtectSelect field={mark} of="the quotes" />} lead="Who says, denies, admits or found it, one row each, in the words of the source. A claim is shown as a claim.">
      {rows.map((row, index) => {
        const cells = row.getFieldset();
        return (
          <RowFrame key={row.key} form={form} list="claims" index={index} count={rows.length} legend={`Claim ${index + 1}`} isOrdered>
            <SelectField field={cells.stance} label="Stance" required placeholder="Choose a stance" options={optionsOf(stances)} className="lg:col-span-2" />
            <SelectField field={cells.speaker} label="Speaker" required placeholder="Choose a speaker" options={speakers} className="lg:col-span-2" />
            <SelectField field={cells.against} label="Against" placeholder="Nobody named" options={speakers} className="lg:col-span-2" />
            <TextField field={cells.statedOn} type="date" label="Stated on" max={today} className="lg:col-span-2" />
            <SourcePicker field={cells.source} sources={choices.sources} className="lg:col-span-4" />
            <TextAreaField field={cells.quote} label="Quote" hint="The exact words, in their own language and with their own names of places." rows={2} className="sm:col-span-2 lg:col-span-4" />
            <TextField field={cells.locator} label="Where in the source" hint="Page, paragraph or minute." className="sm:col-span-2" />
            <SelectField
              field={cells.credibility}
              label="Credibility of this item"
              hint="Of what is said, not of who says it."
              placeholder="Not graded"
              options={credibilities.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))}
              className="sm:col-span-2"
            />
            <TextField field={cells.eventOn} type="date" label="Its day of the event" hint="Only where the claim gives a day itself." max={today} className="lg:col-span-2" />
            <TextField field={cells.eventPlace} list={placeListId} autoComplete="off" label="Its place of the event" hint="Only where the claim names a place itself." className="lg:col-span-2" />
          </RowFrame>
        );
      })}
      <AddRow count={rows.length} list="claims" button={form.insert.getButtonProps({ name: field.name, defaultValue: {} })}>
        Add a claim
      </AddRow>
    </FormSection>
  );
}
