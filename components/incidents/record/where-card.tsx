import { LocatorMap } from "@/components/map/locator-map";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { locationPrecisionLabel, locationPrecisions } from "@/lib/codelists/location-precision";
import type { IncidentView } from "@/lib/incidents/domain/record";
import type { RegionMap } from "@/lib/map/domain/district";
import type { RecordNames } from "./record-names";

/** Where it is said to have happened: names, district, coordinates and how exact they are. */
export function WhereCard({ incident, names, map }: { incident: IncidentView; names: RecordNames; map: RegionMap }) {
  const { name, unit, lat, lon, precision } = incident.place;
  const point = lat === null || lon === null ? undefined : { lat, lon };
  return (
    <Card title="Where">
      <DefinitionList
        items={[
          { term: "Place", description: name ?? "Not named" },
          { term: "District", description: unit === null ? "Not known" : (names.units.get(unit) ?? unit) },
          { term: "Coordinates", description: point ? `${point.lat}° N, ${point.lon}° E` : incident.redacted ? "Withheld" : "None" },
          { term: "Precision", description: locationPrecisionLabel(precision) },
        ]}
      />
      <div className="mt-4">
        <LocatorMap
          map={map}
          place={point}
          unit={unit ?? undefined}
          isDistrictMeant={precision === "L4_DISTRICT" || precision === "L5_REGION"}
          radiusMetres={locationPrecisions.find(({ code }) => code === precision)?.radiusMetres ?? null}
        />
      </div>
    </Card>
  );
}
