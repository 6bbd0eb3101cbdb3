import { locationPrecisions } from "@/lib/codelists/location-precision";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { truceColumns, type TruceRow, unmistakable } from "../domain";

export type IncidentFeature = {
  type: "Feature";
  id: string;
  geometry: { type: "Point"; coordinates: [longitude: number, latitude: number] } | null;
  properties: TruceRow & { reference: string; radius_metres: number | null };
};

/** Precisions that no point stands for, whatever coordinates were given. */
const pointless: readonly string[] = ["L7_COUNTRY", "L8_AIR_WATER", "L0_UNKNOWN"];

/**
 * A record as a feature (RFC 7946): longitude first, WGS 84. Its properties are the cells of the truce CSV. A record without a point has no
 * geometry and is in the file all the same, so that counts are those of the CSV.
 */
export function featureOf({ view, row }: { view: IncidentView; row: TruceRow }): IncidentFeature {
  const { lat, lon, precision } = view.place;
  const radius = locationPrecisions.find((entry) => entry.code === precision)?.radiusMetres ?? null;
  return {
    type: "Feature",
    id: view.reference,
    geometry: lat === null || lon === null || pointless.includes(precision) ? null : { type: "Point", coordinates: [lon, lat] },
    properties: { ...told(row), reference: view.reference, radius_metres: radius },
  };
}

function told(row: TruceRow): TruceRow {
  const copy = { ...row };
  for (const column of truceColumns) copy[column] = unmistakable(row[column]);
  return copy;
}
