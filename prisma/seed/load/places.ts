import { geoArea, geoContains } from "d3-geo";
import { feature } from "topojson-client";
import type { Feature, Geometry } from "geojson";
import type { Topology } from "topojson-specification";
import { readFileSync } from "node:fs";
import { placeInput, type PlaceInput } from "@/lib/places/schema";
import { registerPlace, registerUnit } from "@/lib/places/service";
import { type PlaceRow, type Reference, unitProperties } from "../files";
import { type Loading, loadMissing } from "./loading";
import { present } from "./present";

export type BasemapUnit = { id: string; iso: string | null; name: string; local: string | null; country: string; shape: Feature<Geometry> };

const isTopology = (value: unknown): value is Topology => value instanceof Object && "type" in value && value.type === "Topology" && "objects" in value;

/** The administrative units of the basemap with their shapes, the smallest first: a town inside a district is the closer answer. */
export function readUnits(): BasemapUnit[] {
  const raw: unknown = JSON.parse(readFileSync(new URL("../../../lib/map/geo/basemap.topo.json", import.meta.url), "utf8"));
  if (!isTopology(raw)) throw new TypeError("basemap.topo.json is not a topology");
  const layer = raw.objects["adm1"];
  if (layer?.type !== "GeometryCollection") throw new TypeError("basemap.topo.json has no layer adm1");
  return feature(raw, layer)
    .features.toSorted((a, b) => geoArea(a) - geoArea(b))
    .map((shape) => {
      const { c, ...unit } = unitProperties.parse(shape.properties);
      return { ...unit, country: c, shape };
    });
}

/** The unit whose shape holds the point; undefined where none does (the shapes are simplified). */
export const unitAt = (units: readonly BasemapUnit[], { lat, lon }: { lat: number; lon: number }): string | undefined => units.find((unit) => geoContains(unit.shape, [lon, lat]))?.id;

/** Places that the simplified outlines leave outside their unit: a town on the river that is the border. */
const unitOf: Record<string, string> = { agarak: "ARM-1732" };

const kindOf: Record<string, PlaceInput["kind"]> = {
  "district (rayon) of Azerbaijan": "DISTRICT",
  "autonomous republic of Azerbaijan": "AUTONOMOUS_REPUBLIC",
  city: "CITY",
  town: "TOWN",
  village: "VILLAGE",
  "settlement in Armenia": "SETTLEMENT",
  feature: "FEATURE",
};

const attributionOf: Record<string, string> = {
  gn: "GeoNames (CC BY 4.0)",
  ne: "Natural Earth (public domain), centre of the district's area",
  gk: "Approximate, from general knowledge",
  wkhin: "Wikipedia infobox (mirror)",
  wkcay: "Wikipedia infobox (mirror)",
  wktag: "Wikipedia infobox (mirror)",
  wkpar: "Wikipedia infobox (mirror)",
};

/** The place as the service takes it, every form of its name included. */
export function placeInputOf(row: PlaceRow, units: readonly BasemapUnit[]): PlaceInput {
  const kind = kindOf[row.admin_level];
  const coordinateSource = attributionOf[row.coordinate_source.key];
  if (!kind || !coordinateSource) throw new Error(`place ${row.id}: no kind for "${row.admin_level}" or no attribution for "${row.coordinate_source.key}"`);
  const { names } = row;
  return placeInput.parse({
    key: row.id,
    kind,
    unit: unitAt(units, row) ?? unitOf[row.id] ?? null,
    lat: row.lat,
    lon: row.lon,
    precisionKm: row.precision_km,
    note: row.note,
    confidence: row.confidence,
    coordinateSource,
    namesNeedReview: row.names_need_native_review,
    names: [
      { lang: "en", script: "Latn", usage: "AZERBAIJANI", form: names.latin_azerbaijani_usage },
      { lang: "en", script: "Latn", usage: "ARMENIAN", form: names.latin_armenian_usage },
      { lang: "az", script: "Latn", usage: "AZERBAIJANI", form: names.az },
      { lang: "hy", script: "Armn", usage: "ARMENIAN", form: names.hy },
      { lang: "ru", script: "Cyrl", usage: "RUSSIAN", form: names.ru },
      ...names.also.map((form) => ({ lang: "en", script: "Latn", usage: "OTHER", form })),
    ],
  });
}

/** The districts of the basemap, then the places that lie in them. */
export async function loadPlaces({ importer, now }: Loading, { places }: Reference): Promise<number> {
  const units = readUnits();
  const newUnits = await loadMissing(units, {
    keyOf: (unit) => unit.id,
    present: await present.units(),
    load: ({ id, iso, name, local, country }) => registerUnit(importer, { code: id, iso, name, local, country }, now),
  });
  return newUnits + (await loadMissing(places, { keyOf: (row) => row.id, present: await present.places(), load: (row) => registerPlace(importer, placeInputOf(row, units), now) }));
}
