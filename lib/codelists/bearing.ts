import { type CodeOf, labelOf } from "./code-list";

/** Directions on the compass of sixteen points, from the observer to the observed (OSCE pattern). */
export const bearings = [
  { code: "N", label: "North" },
  { code: "NNE", label: "North-north-east" },
  { code: "NE", label: "North-east" },
  { code: "ENE", label: "East-north-east" },
  { code: "E", label: "East" },
  { code: "ESE", label: "East-south-east" },
  { code: "SE", label: "South-east" },
  { code: "SSE", label: "South-south-east" },
  { code: "S", label: "South" },
  { code: "SSW", label: "South-south-west" },
  { code: "SW", label: "South-west" },
  { code: "WSW", label: "West-south-west" },
  { code: "W", label: "West" },
  { code: "WNW", label: "West-north-west" },
  { code: "NW", label: "North-west" },
  { code: "NNW", label: "North-north-west" },
] as const;

export type Bearing = CodeOf<typeof bearings>;
export const bearingCodes = bearings.map((entry) => entry.code) as [Bearing, ...Bearing[]];
export const bearingLabel = (code: string): string => labelOf(bearings, code);
