"use client";

import { PinPicker } from "@/components/map/pin-picker";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { locationPrecisions } from "@/lib/codelists/location-precision";
import { districtLabel, type RegionMap } from "@/lib/map/domain/district";
import { type FieldOf, optionsOf, type TextFieldOf } from "./controls";
import type { IncidentFormChoices } from "./form-choices";
import { FormSection } from "./form-section";
import { ProtectSelect } from "./protect-select";
import type { PlaceValues } from "./form-values";
import { usePlace } from "./use-place";

type Props = { field: FieldOf<PlaceValues | undefined>; mark: TextFieldOf; choices: IncidentFormChoices; map: RegionMap; /** Told of changes that no input event tells of: the pin, a taken suggestion. */ onEdit: () => void };
type Place = ReturnType<typeof usePlace>;

const placeListId = "incident-place-choices";

export function WhereSection({ field, mark, choices, map, onEdit }: Props) {
  const cells = field.getFieldset();
  const initial = { name: cells.name.initialValue, unit: cells.unit.initialValue, lat: cells.lat.initialValue, lon: cells.lon.initialValue, precision: cells.precision.initialValue };
  const place = usePlace(initial, { map, places: choices.places, onEdit });
  const radiusMetres = locationPrecisions.find(({ code }) => code === place.typed.precision)?.radiusMetres ?? null;
  return (
    <FormSection legend="Where" id={field.id} protection={<ProtectSelect field={mark} of="the exact place" />} errors={field.errors}>
      <datalist id={placeListId}>
        {choices.places.map(({ id, label }) => (
          <option key={id} value={label}>
            {label}
          </option>
        ))}
      </datalist>
      <div className="grid gap-5 lg:grid-cols-2">
        <div className="grid content-start gap-4">
          <PlaceInputs cells={cells} place={place} units={choices.units} />
        </div>
        <PinPicker map={map} place={place.pin} radiusMetres={radiusMetres} dots={choices.places} onPick={place.setPin} />
      </div>
    </FormSection>
  );
}

type Cells = ReturnType<FieldOf<PlaceValues>["getFieldset"]>;

function PlaceInputs({ cells, place, units }: { cells: Cells; place: Place; units: IncidentFormChoices["units"] }) {
  const { typed, set } = place;
  return (
    <>
      <Field id={cells.name.id} label="Place" hint="Any form of the name finds it; the record shows both forms." errors={cells.name.errors}>
        <TextInput name={cells.name.name} list={placeListId} value={typed.name} onChange={(event) => place.setName(event.target.value)} autoComplete="off" />
      </Field>
      {place.offeredPlace && (
        <Offer action="Use its coordinates" onTake={place.takeKnown}>
          {place.offeredPlace.label} is in the list of places.
        </Offer>
      )}
      <Field id={cells.unit.id} label="District" errors={cells.unit.errors}>
        <Select name={cells.unit.name} value={typed.unit} onChange={(event) => place.setUnit(event.target.value)} placeholder="Not known" options={optionsOf(units)} />
      </Field>
      {place.offeredDistrict && (
        <Offer action="Use this district" onTake={() => place.offeredDistrict && place.setUnit(place.offeredDistrict.code)}>
          On the basemap the pin lies in {districtLabel(place.offeredDistrict)}.
        </Offer>
      )}
      <div className="grid grid-cols-2 gap-3">
        <Field id={cells.lat.id} label="Latitude" hint="Degrees north" errors={cells.lat.errors}>
          <TextInput name={cells.lat.name} inputMode="decimal" value={typed.lat} onChange={(event) => place.setCoordinate({ lat: dotted(event.target.value) })} autoComplete="off" />
        </Field>
        <Field id={cells.lon.id} label="Longitude" hint="Degrees east" errors={cells.lon.errors}>
          <TextInput name={cells.lon.name} inputMode="decimal" value={typed.lon} onChange={(event) => place.setCoordinate({ lon: dotted(event.target.value) })} autoComplete="off" />
        </Field>
      </div>
      <Field id={cells.precision.id} label="Precision of the place" hint="The map draws only as much as this allows." errors={cells.precision.errors}>
        <Select name={cells.precision.name} value={typed.precision} onChange={(event) => set({ precision: event.target.value })} options={optionsOf(locationPrecisions)} />
      </Field>
      <div>
        <Button size="small" variant="quiet" disabled={typed.lat === "" && typed.lon === ""} onClick={place.takePinOff}>
          Remove the pin
        </Button>
      </div>
    </>
  );
}

/** A decimal comma is what many keyboards give; the record keeps a point. */
const dotted = (text: string): string => text.replace(",", ".");

function Offer({ action, onTake, children }: { action: string; onTake: () => void; children: React.ReactNode }) {
  return (
    <div role="status" className="-mt-2 flex flex-wrap items-center justify-between gap-2 rounded-sm border border-accent-line bg-accent-soft px-3 py-2 text-sm text-ink">
      <span className="min-w-0">{children}</span>
      <Button size="small" onClick={onTake}>
        {action}
      </Button>
    </div>
  );
}
