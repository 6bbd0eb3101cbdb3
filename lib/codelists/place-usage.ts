import type { CodeOf } from "./code-list";

/** Who uses a form of a name: never who owns the place. */
export const placeUsages = [
  { code: "AZERBAIJANI", label: "Azerbaijani usage" },
  { code: "ARMENIAN", label: "Armenian usage" },
  { code: "RUSSIAN", label: "Russian usage" },
  { code: "OTHER", label: "Also found" },
] as const;

export type PlaceUsage = CodeOf<typeof placeUsages>;
export const placeUsageCodes = placeUsages.map((entry) => entry.code) as [PlaceUsage, ...PlaceUsage[]];
