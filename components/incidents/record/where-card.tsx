import { LocatorMap } from "@/components/map/locator-map";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { locationPrecisionLabel, locationPrecisions } from "@/lib/codelists/location-precision";
import type { IncidentView } from "@/lib/incidents/domain/record";
import type { RegionMap } from "@/lib/map/domain/district";
import { areaOf } from "@/lib/incidents/protection/area/domain";
import { markOf } from "@/lib/incidents/domain/marks";
import { ProtectionMark } from "./protection-mark";
import type { RecordNames } from "./record-names";

/** Where it is said to have happened: names, district, coordinates and how exact they are. */
export function WhereCard({ incident, names, map }: { incident: IncidentView; names: RecordNames; map: RegionMap }) {
  const { name, unit, lat, lon, precision } = incident.place;
  const point = lat === null || lon === null ? undefined : { lat, lon };
  const isArea = incident.withheld.includes("place");
  const area = areaOf(markOf(incident, "place"));
  return (
    <Card title="Where" actions={<ProtectionMark incident={incident} field="place" />}>
      <DefinitionList
        items={[
          { term: "Place", description: isArea ? "Withheld" : (name ?? "Not named") },
          { term: "District", description: unit === null ? (isArea ? "Withheld or not known" : "Not known") : (names.units.get(unit) ?? unit) },
          { term: "Coordinates", description: coordinatesInWords(point, isArea ? area.radiusMetres : null) },
          { term: "Precision", description: locationPrecisionLabel(precision) },
        ]}
      />
      <div className="mt-4">
        <LocatorMap
          map={map}
          place={point}
          unit={unit ?? undefined}
          isDistrictMeant={!isArea && (precision === "L4_DISTRICT" || precision === "L5_REGION")}
          isArea={isArea}
          radiusMetres={isArea ? area.radiusMetres : (locationPrecisions.find(({ code }) => code === precision)?.radiusMetres ?? null)}
        />
      </div>
    </Card>
  );
}

type Point = { lat: number; lon: number };

function coordinatesInWords(point: Point | undefined, areaRadiusMetres: number | null): string {
  if (!point) return "None";
  const at = `${point.lat}° N, ${point.lon}° E`;
  return areaRadiusMetres === null ? at : `Withheld. Somewhere within ${areaRadiusMetres / 1000} km of ${at}, which is not the place.`;
}
