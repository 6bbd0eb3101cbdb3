import type { LocationPrecision } from "@/lib/codelists/location-precision";
import type { Sensitivity } from "@/lib/codelists/sensitivity";

/**
 * What is shown of a protected place (docs/decisions/0030): a point that the database draws once, `publicLat` and `publicLon`,
 * never nearer to the place than `leastMetres`, and an area around it that is sure to hold the place.
 */
export type Area = { readonly precision: LocationPrecision; readonly leastMetres: number; readonly radiusMetres: number };

const district: Area = { precision: "L4_DISTRICT", leastMetres: 5000, radiusMetres: 25_000 };
const region: Area = { precision: "L5_REGION", leastMetres: 20_000, radiusMetres: 90_000 };

/** The area that a place is shown as under its mark: a district's size, and a region's where the source is protected. */
export const areaOf = (mark: Sensitivity): Area => (mark === "S3_SOURCE_PROTECTED" ? region : district);

const finerThanDistrict: readonly LocationPrecision[] = ["L1_EXACT", "L2_SETTLEMENT", "L3_NEAR"];
const finerThanRegion: readonly LocationPrecision[] = [...finerThanDistrict, "L4_DISTRICT", "L6_LINE_SECTOR"];

/** The precision that is told of a protected place: never finer than its area, never finer than it is known. */
export function shownPrecision(known: LocationPrecision, mark: Sensitivity): LocationPrecision {
  const { precision } = areaOf(mark);
  const finer = precision === "L5_REGION" ? finerThanRegion : finerThanDistrict;
  return finer.includes(known) ? precision : known;
}
