"use client";

import type { FormMetadata } from "@conform-to/react";
import { bearings } from "@/lib/codelists/bearing";
import { observationKinds } from "@/lib/codelists/observation";
import { observationDirections } from "@/lib/codelists/observation-direction";
import { observationMeans } from "@/lib/codelists/observation-means";
import { weapons } from "@/lib/codelists/weapon";
import { AddRow } from "./add-row";
import { type FieldOf, optionsOf, SelectField, TextField, type TextFieldOf } from "./controls";
import { FormSection } from "./form-section";
import type { IncidentFormValues, ObservationValues } from "./form-values";
import { ProtectSelect } from "./protect-select";
import { RowFrame } from "./row-frame";
import { placeListId } from "./where-section";

type Props = { form: FormMetadata<IncidentFormValues>; mark: TextFieldOf; field: FieldOf<ObservationValues[] | undefined> };

const countInput = { type: "number", min: 0, step: 1, inputMode: "numeric" } as const;
const measureInput = { type: "number", min: 0, step: "any", inputMode: "decimal" } as const;

/** What observers saw, heard or counted, one line for each thing from each post. */
export function ObservationsSection({ form, mark, field }: Props) {
  const rows = field.getFieldList();
  return (
    <FormSection
      legend="Observations"
      id={field.id}
      errors={field.errors}
      protection={<ProtectSelect field={mark} of="the observations" />}
      lead="What observers saw, heard or counted: one row for each thing from each post. Counts are added up within one unit only. Empty is unknown; 0 is a count."
    >
      {rows.map((row, index) => {
        const cells = row.getFieldset();
        return (
          <RowFrame key={row.key} form={form} list="observations" index={index} count={rows.length} legend={`Observation ${index + 1}`} isOrdered>
            <SelectField field={cells.kind} label="What was observed" required placeholder="Choose what" options={optionsOf(observationKinds)} className="lg:col-span-2" />
            <SelectField field={cells.means} label="How" required placeholder="Choose how" options={optionsOf(observationMeans)} className="lg:col-span-2" />
            <SelectField field={cells.direction} label="Direction" required options={optionsOf(observationDirections)} className="lg:col-span-2" />
            <div className="grid grid-cols-3 gap-3 lg:col-span-3">
              <TextField field={cells.countLow} label="Lowest" {...countInput} />
              <TextField field={cells.countBest} label="Best" {...countInput} />
              <TextField field={cells.countHigh} label="Highest" {...countInput} />
            </div>
            <SelectField field={cells.countUnit} label="Counted in" hint="The unit that the observer used." placeholder="What was observed" options={optionsOf(observationKinds)} className="lg:col-span-3" />
            <SelectField field={cells.weapon} label="Weapon" placeholder="Not said" options={optionsOf(weapons)} className="lg:col-span-2" />
            <TextField field={cells.weaponCalibreMm} label="Calibre in mm" {...measureInput} />
            <TextField field={cells.observerPlace} list={placeListId} autoComplete="off" label="Observed from" hint="Where the observer stood. It is withheld with the exact place." maxLength={200} className="lg:col-span-3" />
            <SelectField field={cells.bearing16} label="Bearing from there" placeholder="Not said" options={bearings.map(({ code, label }) => ({ value: code, label: `${code} ${label}` }))} className="lg:col-span-3" />
            <div className="grid grid-cols-2 gap-3 lg:col-span-3">
              <TextField field={cells.distanceKmLow} label="Nearest, km" {...measureInput} />
              <TextField field={cells.distanceKmHigh} label="Farthest, km" {...measureInput} />
            </div>
          </RowFrame>
        );
      })}
      <AddRow count={rows.length} list="observations" button={form.insert.getButtonProps({ name: field.name, defaultValue: { direction: "UNDETERMINED" } })}>
        Add an observation
      </AddRow>
    </FormSection>
  );
}
