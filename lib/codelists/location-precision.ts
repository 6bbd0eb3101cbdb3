import { type CodeOf, labelOf } from "./code-list";

/** How exactly the place is known; the radius is drawn on the map. */
export const locationPrecisions = [
  { code: "L1_EXACT", label: "Exact place", radiusMetres: 50 },
  { code: "L2_SETTLEMENT", label: "Settlement", radiusMetres: 1000 },
  { code: "L3_NEAR", label: "Near a place", radiusMetres: 10000 },
  { code: "L4_DISTRICT", label: "District", radiusMetres: null },
  { code: "L5_REGION", label: "Region", radiusMetres: null },
  { code: "L6_LINE_SECTOR", label: "Sector of the contact line", radiusMetres: null },
  { code: "L7_COUNTRY", label: "Country", radiusMetres: null },
  { code: "L8_AIR_WATER", label: "Air or water", radiusMetres: null },
  { code: "L0_UNKNOWN", label: "Not known", radiusMetres: null },
] as const;

export type LocationPrecision = CodeOf<typeof locationPrecisions>;
export const locationPrecisionCodes = locationPrecisions.map((entry) => entry.code) as [LocationPrecision, ...LocationPrecision[]];
export const locationPrecisionLabel = (code: string): string => labelOf(locationPrecisions, code);
