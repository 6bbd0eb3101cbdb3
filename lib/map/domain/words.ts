import type { MapCell } from "./cell";
import type { LatLon } from "./projection";

export type NamedPlace = LatLon & { readonly label: string };
/** By what names the marks of a map are called: our own places, and units by their codes. */
export type MapNames = { readonly places: readonly NamedPlace[]; readonly units: Readonly<Record<string, string>> };

/** Beyond this a place says nothing of where something is. */
const farthestKilometres = 40;
const kilometresPerDegree = 111.2;

/** Roughly, as far as a name for a mark needs it. */
function kilometresBetween(a: LatLon, b: LatLon): number {
  const east = (a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180);
  return kilometresPerDegree * Math.hypot(a.lat - b.lat, east);
}

/** Where a mark stands, in words: the unit, or the nearest of our places where one is near, or degrees. */
export function whereOf(cell: Pick<MapCell, "kind" | "unit" | "lat" | "lon">, { places, units }: MapNames): string {
  if (cell.unit !== null) return units[cell.unit] ?? cell.unit;
  const nearest = places.reduce<{ label: string; away: number } | undefined>((best, place) => {
    const away = kilometresBetween(cell, place);
    return best === undefined || away < best.away ? { label: place.label, away } : best;
  }, undefined);
  const degrees = `${cell.lat.toFixed(2)}° N, ${cell.lon.toFixed(2)}° E`;
  if (nearest === undefined || nearest.away > farthestKilometres) return degrees;
  return nearest.away < 2 ? nearest.label : `near ${nearest.label}`;
}

/** How well the records of a mark are placed, in words. */
export const placingOf: Readonly<Record<MapCell["kind"], string>> = {
  POINTS: "places known to 10 km or better",
  UNIT: "known by this district only",
  AROUND: "known by a region only",
};

/** The whole name of a mark, for those who do not see it. */
export const nameOfMark = (cell: MapCell, names: MapNames): string => `${cell.count.toLocaleString("en-GB")} ${cell.count === 1 ? "record" : "records"}, ${whereOf(cell, names)}, ${placingOf[cell.kind]}`;
