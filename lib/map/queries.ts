import { type GeoContext, type GeoProjection, geoArea, geoMercator, geoPath } from "d3-geo";
import type { Feature, FeatureCollection, GeoJsonProperties, Geometry } from "geojson";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import type { District, RegionMap } from "./domain/district";
import { pathOf } from "./domain/outline";
import type { DrawingPoint, Frame } from "./domain/projection";
import basemap from "./geo/basemap.topo.json";

type Size = { width: number; padding: number; grid: number };
export type Shape = Feature<Geometry, GeoJsonProperties>;

const raw: unknown = basemap;
const isTopology = (value: unknown): value is Topology => typeof value === "object" && value !== null && "type" in value && value.type === "Topology" && "objects" in value;
if (!isTopology(raw)) throw new TypeError("lib/map/geo/basemap.topo.json is not a topology");
const topology: Topology = raw;

/** The shapes of one layer of the basemap. */
export function shapesOf(layer: string): Shape[] {
  const object = topology.objects[layer];
  return object?.type === "GeometryCollection" ? feature(topology, object).features : [];
}

/** The region around the districts under watch, drawn at one size. Same size, same drawing: the caller may keep it. */
export function drawRegion({ width, padding, grid }: Size): RegionMap {
  const watched = shapesOf("adm1").filter((shape) => shape.properties?.["focus"] === 1);
  const frame = frameAround({ type: "FeatureCollection", features: watched }, { width, padding, grid });
  // Context is clipped a little outside the frame, so that no far-away coastline is sent along.
  const clipped = mercatorOf(frame).clipExtent([[-8, -8], [frame.width + 8, frame.height + 8]]);
  const bySize = watched.toSorted((a, b) => geoArea(b) - geoArea(a));
  return {
    frame,
    districts: bySize.map((shape) => districtOf(shape, pathOf(ringsIn(shape, mercatorOf(frame)), grid))),
    land: shapesOf("ctry").map((shape) => pathOf(ringsIn(shape, clipped), grid * 2)).join(""),
    lakes: shapesOf("lakes").map((shape) => pathOf(ringsIn(shape, clipped), grid)).join(""),
  };
}

export const mercatorOf = ({ scale, dx, dy }: Frame): GeoProjection => geoMercator().scale(scale).translate([dx, dy]);

function frameAround(collection: FeatureCollection, { width, padding }: Size): Frame {
  const fitted = geoMercator().fitWidth(width - 2 * padding, collection);
  const height = Math.ceil(geoPath(fitted).bounds(collection)[1][1]) + 2 * padding;
  const [dx, dy] = fitted.translate();
  return { width, height, scale: fitted.scale(), dx: dx + padding, dy: dy + padding };
}

function districtOf(shape: Shape, path: string): District {
  const { id, name, local } = shape.properties ?? {};
  return { code: String(id), name: String(name), local: typeof local === "string" ? local : null, path };
}

/** The rings that d3 would draw, caught before they become a path string. */
export function ringsIn(shape: Shape, projection: GeoProjection): DrawingPoint[][] {
  const rings: DrawingPoint[][] = [];
  const context: GeoContext = {
    arc: () => undefined,
    beginPath: () => undefined,
    closePath: () => undefined,
    moveTo: (x, y) => void rings.push([{ x, y }]),
    lineTo: (x, y) => void rings.at(-1)?.push({ x, y }),
  };
  geoPath(projection, context)(shape);
  return rings;
}
