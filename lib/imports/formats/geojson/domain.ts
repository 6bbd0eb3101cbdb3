import { readPoint, type Point } from "../../domain/coordinates";
import type { Content } from "../../domain/incident";
import { finding, plainly, saying, type Reading } from "../../domain/reason";
import type { OpenRecord } from "../../domain/record";
import type { Run } from "../../domain/run";
import { placedTruceContent } from "../truce/domain";

/** The header under which a feature's geometry is kept: as JSON, so that the error file shows it. */
export const geometryHeader = "geometry";

type Geometry = { readonly type?: unknown; readonly coordinates?: unknown };
const isObject = (value: unknown): value is Geometry => typeof value === "object" && value !== null && !Array.isArray(value);

/** The point of a feature (RFC 7946: longitude first). Undefined where the feature has no geometry. */
function pointOf(text: string, run: Run): Reading<Point | null> | undefined {
  if (text === "") return undefined;
  const geometry = parsed(text);
  if (geometry === undefined) return saying(null, finding("coordinate_not_read", "The geometry can't be read."));
  if (!isObject(geometry)) return undefined;
  const [lon, lat] = Array.isArray(geometry.coordinates) ? (geometry.coordinates as readonly unknown[]) : [];
  if (geometry.type !== "Point") return saying(null, finding("geometry_not_a_point", `A record has one point; this feature is a ${String(geometry.type).slice(0, 40)}.`));
  if (typeof lon !== "number" || typeof lat !== "number") return saying(null, finding("coordinate_not_read", "The point has no two figures; longitude comes first."));
  return readPoint({ lat: String(lat), lon: String(lon) }, ".", run.area);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A feature, its properties called as the columns of the truce CSV. Coordinates stand in its geometry, not in its properties. */
export function geojsonContent(record: OpenRecord, run: Run): Content {
  const point = pointOf(record.text(geometryHeader), run);
  const hasColumns = record.text("latitude") !== "" || record.text("longitude") !== "";
  // A feature without geometry is one that is not drawn, unless its properties say otherwise.
  return placedTruceContent(record, run, { name: "location_name", precision: null, point: point ?? (hasColumns ? readPoint({ lat: record.text("latitude"), lon: record.text("longitude") }, ".", run.area) : plainly(null)) });
}

/** A property's value as a cell. What is no single value is kept as JSON. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : JSON.stringify(value);
}
