"use client";

import { timePrecisions } from "@/lib/codelists/time-precision";
import { incidentZones } from "@/lib/codelists/zone";
import { type FieldOf, optionsOf, SelectField, TextField, type TextFieldOf } from "./controls";
import { FormSection } from "./form-section";
import { ProtectSelect } from "./protect-select";
import type { OccurredValues } from "./form-values";

export function WhenSection({ field, mark, today }: { field: FieldOf<OccurredValues | undefined>; mark: TextFieldOf; today: string }) {
  const occurred = field.getFieldset();
  return (
    <FormSection legend="When" id={field.id} protection={<ProtectSelect field={mark} of="the time of day" />} errors={field.errors} lead="A day stays a day: it is never moved by a time zone. Give a time only where a source does.">
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <TextField field={occurred.start} type="date" label="Day" required max={today} />
        <TextField field={occurred.end} type="date" label="Last day, of a range" max={today} />
        <SelectField field={occurred.precision} label="Precision" options={optionsOf(timePrecisions)} />
        <TextField field={occurred.time} type="time" label="Time" />
        <SelectField field={occurred.zone} label="Time zone" options={optionsOf(incidentZones)} />
      </div>
    </FormSection>
  );
}
