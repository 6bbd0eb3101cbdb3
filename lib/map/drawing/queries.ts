import { geoArea, geoCentroid, geoPath } from "d3-geo";
import type { Polygon } from "geojson";
import type { MapDrawing } from "../domain/drawing";
import { districtLabel } from "../domain/district";
import { pathOf } from "../domain/outline";
import { type Frame, type LatLon, projected } from "../domain/projection";
import { mercatorOf, ringsIn, type Shape, shapesOf } from "../queries";

/** The whole basemap, in units of about 340 m. */
const width = 2400;
const extent = { west: 42.5, east: 50.63, south: 37.5, north: 42.52 };
/** Half a unit: finer lines than that nobody sees but when magnified, and the page carries them. */
const grid = 0.5;
/** What is shown first is as high as the districts under watch, and so much wider than high. */
const proportion = 4 / 3;

const unitCode = (shape: Shape): string => String(shape.properties?.["id"]);

function makeFrame(): Frame {
  const scale = width / (((extent.east - extent.west) * Math.PI) / 180);
  const open: Frame = { width, height: 0, scale, dx: 0, dy: 0 };
  const [northWest, southEast] = [projected(open, { lat: extent.north, lon: extent.west }), projected(open, { lat: extent.south, lon: extent.east })];
  return { width, height: Math.ceil(southEast.y - northWest.y), scale, dx: -northWest.x, dy: -northWest.y };
}

function makeDrawing(): MapDrawing {
  const frame = makeFrame();
  const mercator = mercatorOf(frame);
  const clipped = mercatorOf(frame).clipExtent([[-8, -8], [frame.width + 8, frame.height + 8]]);
  const shapes = shapesOf("adm1").toSorted((a, b) => geoArea(b) - geoArea(a));
  const watched = shapes.filter((shape) => shape.properties?.["focus"] === 1);
  const [[left, top], [right, bottom]] = geoPath(mercator).bounds({ type: "FeatureCollection", features: watched });
  const height = Math.round(bottom - top) + 40;
  const view = { x: Math.round((left + right) / 2 - (height * proportion) / 2), y: Math.round(top - 20), width: Math.round(height * proportion), height };
  return {
    frame,
    view,
    land: shapesOf("ctry").map((shape) => pathOf(ringsIn(shape, clipped), grid * 2)).join(""),
    lakes: shapesOf("lakes").map((shape) => pathOf(ringsIn(shape, clipped), grid)).join(""),
    units: shapes.map((shape) => {
      const isWatched = watched.includes(shape);
      return { code: unitCode(shape), name: unitName(shape), path: pathOf(ringsIn(shape, mercator), isWatched ? grid : grid * 2), isWatched };
    }),
  };
}

function unitName({ properties }: Shape): string {
  const { name, local } = properties ?? {};
  return districtLabel({ name: String(name), local: typeof local === "string" ? local : null });
}

let made: MapDrawing | undefined;
/** The map of the whole region: the same for every reader, so it is drawn once. */
export const mapDrawing = (): MapDrawing => (made ??= makeDrawing());

let unitShapes: ReadonlyMap<string, Shape> | undefined;
const shapesByCode = (): ReadonlyMap<string, Shape> => (unitShapes ??= new Map(shapesOf("adm1").map((shape) => [unitCode(shape), shape])));

const anchors = new Map<string, LatLon>();
const middle: LatLon = { lat: (extent.south + extent.north) / 2, lon: (extent.west + extent.east) / 2 };

/** Where the mark of a unit stands: in the middle of its largest part. A unit that the basemap does not have has its mark in the middle of the map. */
export function anchorOfUnit(code: string): LatLon {
  const known = anchors.get(code);
  if (known) return known;
  const shape = shapesByCode().get(code);
  const anchor = shape ? middleOf(shape) : middle;
  anchors.set(code, anchor);
  return anchor;
}

function middleOf({ geometry }: Shape): LatLon {
  const polygons: Polygon[] = geometry.type === "MultiPolygon" ? geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates })) : geometry.type === "Polygon" ? [geometry] : [];
  const [largest] = polygons.toSorted((a, b) => geoArea(b) - geoArea(a));
  if (!largest) return middle;
  const [lon, lat] = geoCentroid(largest);
  return { lat, lon };
}
