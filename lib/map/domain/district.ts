import { contains } from "./outline";
import { type Frame, type LatLon, projected } from "./projection";

/** One district of the basemap, drawn. Names are those of the basemap and no statement on status. */
export type District = { readonly code: string; readonly name: string; readonly local: string | null; readonly path: string };

/** What a drawing of the region needs: small enough to send with a page. */
export type RegionMap = {
  readonly frame: Frame;
  readonly districts: readonly District[];
  /** Land around the districts and lakes, each one path. */
  readonly land: string;
  readonly lakes: string;
};

export const mapAttribution = "Natural Earth; GeoNames CC BY 4.0";
export const boundaryNotice = "Boundaries are those of the basemap and no statement on status.";

/** The district that holds a place, as far as the simplified outlines can tell; undefined outside all of them. */
export function districtAt(map: Pick<RegionMap, "frame" | "districts">, place: LatLon): District | undefined {
  const point = projected(map.frame, place);
  // A town inside a district is drawn after it and is the closer answer.
  return map.districts.findLast((district) => contains(district.path, point));
}

/** Name of a district with its local form where that differs. */
export function districtLabel(district: Pick<District, "name" | "local">): string {
  const local = district.local?.split("|")[0];
  return local && local !== district.name ? `${district.name} (${local})` : district.name;
}
