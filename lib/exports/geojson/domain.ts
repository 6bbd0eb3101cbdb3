import { locationPrecisions } from "@/lib/codelists/location-precision";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { type Cell, joined, truceColumns, type TruceRow, unmistakable } from "../domain";

/** What a feature tells beyond the columns of the truce CSV. */
export const featureColumns = [
  "reference", "radius_metres", "withheld", "claimed_on", "counted_by", "weapon", "weapon_calibre_mm", "observer_place", "bearing", "distance_km_low", "distance_km_high",
] as const;
export type FeatureColumn = (typeof featureColumns)[number];

export type IncidentFeature = {
  type: "Feature";
  id: string;
  geometry: { type: "Point"; coordinates: [longitude: number, latitude: number] } | null;
  properties: TruceRow & Record<FeatureColumn, Cell>;
};

/** Precisions that no point stands for, whatever coordinates were given. */
const pointless: readonly string[] = ["L7_COUNTRY", "L8_AIR_WATER", "L0_UNKNOWN"];

/**
 * A record as a feature (RFC 7946): longitude first, WGS 84. Its properties are the cells of the truce CSV and what a map needs besides. A record without a point has no
 * geometry and is in the file all the same, so that counts are those of the CSV.
 */
export function featureOf({ view, row }: { view: IncidentView; row: TruceRow }): IncidentFeature {
  const { lat, lon, precision } = view.place;
  return {
    type: "Feature",
    id: view.reference,
    geometry: lat === null || lon === null || pointless.includes(precision) ? null : { type: "Point", coordinates: [lon, lat] },
    properties: { ...told(row), ...besides(view) },
  };
}

/** As in the CSV, one observation fills the cells of its own, and several leave them empty: figures of two have no common one. */
function besides(view: IncidentView): Record<FeatureColumn, Cell> {
  return {
    reference: view.reference,
    radius_metres: locationPrecisions.find((entry) => entry.code === view.place.precision)?.radiusMetres ?? null,
    withheld: joined(view.withheld),
    claimed_on: joined(view.claims.map((claim) => claim.eventOn)),
    counted_by: joined(view.casualties.map((row) => row.countedBy)),
    weapon: joined(view.observations.map((line) => line.weapon)),
    ...observerCells(view),
  };
}

type ObserverColumn = "weapon_calibre_mm" | "observer_place" | "bearing" | "distance_km_low" | "distance_km_high";
function observerCells({ observations }: IncidentView): Record<ObserverColumn, Cell> {
  const [only] = observations;
  if (!only || observations.length > 1) return { weapon_calibre_mm: null, observer_place: null, bearing: null, distance_km_low: null, distance_km_high: null };
  return { weapon_calibre_mm: only.weaponCalibreMm, observer_place: only.observerPlace, bearing: only.bearing16, distance_km_low: only.distanceKmLow, distance_km_high: only.distanceKmHigh };
}

function told(row: TruceRow): TruceRow {
  const copy = { ...row };
  for (const column of truceColumns) copy[column] = unmistakable(row[column]);
  return copy;
}
