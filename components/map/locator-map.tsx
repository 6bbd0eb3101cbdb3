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
};

/** Where a record lies, small and fixed. Draws a point only where the record claims one. */
export function LocatorMap({ map, place, unit, isDistrictMeant, radiusMetres }: LocatorMapProps) {
  const district = map.districts.find((candidate) => candidate.code === unit);
  const isDrawn = place !== undefined && !isDistrictMeant && isInFrame(map.frame, projected(map.frame, place));
  if (!isDrawn && !district) return <p className="text-sm text-ink-soft">Not shown on the map: the record names no point or district that the basemap covers.</p>;
  const where = [place && isDrawn ? `${place.lat.toFixed(2)}° N, ${place.lon.toFixed(2)}° E` : "", district ? districtLabel(district) : ""].filter(Boolean).join(", ");
  return (
    <figure>
      <svg viewBox={`0 0 ${map.frame.width} ${map.frame.height}`} role="img" aria-label={`Map of the region. Marked: ${where}.`} className="w-full max-w-md rounded-md border border-line bg-sunken">
        <RegionDrawing map={map} highlighted={district?.code} isTitled />
        {place && isDrawn && <Pin frame={map.frame} place={place} radiusMetres={radiusMetres} />}
      </svg>
      <figcaption>
        <MapNote />
      </figcaption>
    </figure>
  );
}
