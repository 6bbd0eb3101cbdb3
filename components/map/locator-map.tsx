import { districtLabel, type RegionMap } from "@/lib/map/domain/district";
import { isInFrame, type LatLon, projected } from "@/lib/map/domain/projection";
import { MapNote } from "./map-note";
import { Pin } from "./pin";
import { RegionDrawing } from "./region-drawing";

type LocatorMapProps = {
  map: RegionMap;
  place: LatLon | undefined;
  unit: string | undefined;
  /** The whole district is meant, not a point in it. */
  isDistrictMeant: boolean;
  radiusMetres: number | null;
  /** The point stands for a place that is withheld: only the area around it is drawn. */
  isArea?: boolean;
};

/** Where a record lies, small and fixed. Draws a point only where the record claims one. */
export function LocatorMap({ map, place, unit, isDistrictMeant, radiusMetres, isArea = false }: LocatorMapProps) {
  const district = map.districts.find((candidate) => candidate.code === unit);
  const isDrawn = place !== undefined && !isDistrictMeant && isInFrame(map.frame, projected(map.frame, place));
  if (!isDrawn && !district) return <p className="text-sm text-ink-soft">Not shown on the map: the record names no point or district that the basemap covers.</p>;
  const around = isArea && radiusMetres !== null ? `an area of ${radiusMetres / 1000} km around ` : "";
  const where = [place && isDrawn ? `${around}${place.lat.toFixed(2)}° N, ${place.lon.toFixed(2)}° E` : "", district ? districtLabel(district) : ""].filter(Boolean).join(", ");
  return (
    <figure>
      <svg viewBox={`0 0 ${map.frame.width} ${map.frame.height}`} role="img" aria-label={`Map of the region. Marked: ${where}.`} className="w-full max-w-md rounded-md border border-line bg-sunken">
        <RegionDrawing map={map} highlighted={district?.code} isTitled />
        {place && isDrawn && <Pin frame={map.frame} place={place} radiusMetres={radiusMetres} isArea={isArea} />}
      </svg>
      <figcaption>
        <MapNote />
      </figcaption>
    </figure>
  );
}
