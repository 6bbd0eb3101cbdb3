"use client";

import { useState } from "react";
import { districtAt, type RegionMap } from "@/lib/map/domain/district";
import type { LatLon } from "@/lib/map/domain/projection";
import { placeNamed, type PlaceChoice } from "./form-choices";
import type { PlaceValues } from "./form-values";

type Typed = { name: string; unit: string; lat: string; lon: string; precision: string; /** The person chose the district; then it does not follow the pin. */ isUnitChosen: boolean };

const decimal = /^-?\d{1,3}(\.\d+)?$/;

/** The pair as a place, once both are numbers on the globe. */
export function placeOf(lat: string, lon: string): LatLon | undefined {
  if (!decimal.test(lat.trim()) || !decimal.test(lon.trim())) return undefined;
  const place = { lat: Number(lat), lon: Number(lon) };
  return Math.abs(place.lat) <= 90 && Math.abs(place.lon) <= 180 ? place : undefined;
}

const typedFrom = ({ name = "", unit = "", lat = "", lon = "", precision = "" }: PlaceValues): Typed => ({ name, unit, lat, lon, precision, isUnitChosen: unit !== "" });
const located = (place: LatLon): Partial<Typed> => ({ lat: String(place.lat), lon: String(place.lon) });
const isAt = ({ lat, lon }: Typed, place: LatLon): boolean => String(place.lat) === lat && String(place.lon) === lon;

type Surroundings = { map: RegionMap; places: readonly PlaceChoice[]; onEdit: () => void };

/** What is typed about the place, and what the gazetteer and the basemap would add. A suggestion never overwrites what a person chose. */
export function usePlace(initial: PlaceValues, { map, places, onEdit }: Surroundings) {
  const [typed, setTyped] = useState<Typed>(() => typedFrom(initial));
  const pin = placeOf(typed.lat, typed.lon);
  const district = pin && districtAt(map, pin);
  const known = placeNamed(places, typed.name);

  const set = (part: Partial<Typed>) => {
    setTyped((before) => ({ ...before, ...part }));
    onEdit();
  };
  /** An unchosen district follows the pin. */
  const following = (unit: string | null | undefined): Partial<Typed> => (typed.isUnitChosen ? {} : { unit: unit ?? "" });
  const unitOf = (place: PlaceChoice): string | undefined => place.unit ?? districtAt(map, place)?.code;

  return {
    typed,
    pin,
    set,
    setUnit: (unit: string) => set({ unit, isUnitChosen: unit !== "" }),
    setPin: (place: LatLon) => set({ ...located(place), ...following(districtAt(map, place)?.code) }),
    setCoordinate: (part: { lat: string } | { lon: string }) => {
      const next = { ...typed, ...part };
      const place = placeOf(next.lat, next.lon);
      set({ ...part, ...(place ? following(districtAt(map, place)?.code) : {}) });
    },
    setName: (name: string) => {
      const place = placeNamed(places, name);
      const isFree = typed.lat === "" && typed.lon === "";
      set({ name, ...(place && isFree ? { ...located(place), ...following(unitOf(place)) } : {}) });
    },
    takeKnown: () => known && set({ ...located(known), unit: unitOf(known) ?? typed.unit }),
    takePinOff: () => set({ lat: "", lon: "", ...following("") }),
    /** The named place where its coordinates differ from the ones typed. */
    offeredPlace: known && !isAt(typed, known) ? known : undefined,
    /** The basemap's district where it is not the one chosen. */
    offeredDistrict: district && district.code !== typed.unit ? district : undefined,
  };
}
