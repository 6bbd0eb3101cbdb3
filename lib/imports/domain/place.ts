import type { LocationPrecision } from "@/lib/codelists/location-precision";
import { readPoint, type Point } from "./coordinates";
import { finding, type Reading } from "./reason";
import type { OpenRecord } from "./record";
import type { ImportedIncident } from "./row";
import type { Run } from "./run";
import { isNullToken, readText } from "./text";

type Place = ImportedIncident["place"];

/** How exactly a data set says it knows the place; null where the file leaves it to us. */
export type PlaceColumns = { readonly name: string; readonly precision: LocationPrecision | null; readonly point?: Reading<Point | null> };

/** Precisions that no point on the map belongs to: a record without coordinates lacks nothing there. */
const withoutPoint: readonly LocationPrecision[] = ["L4_DISTRICT", "L5_REGION", "L6_LINE_SECTOR", "L7_COUNTRY", "L8_AIR_WATER", "L0_UNKNOWN"];
const placeless: readonly LocationPrecision[] = ["L7_COUNTRY", "L8_AIR_WATER", "L0_UNKNOWN"];

/** Where it happened. Coordinates are never made up from a name: a place on file is found by its name when the record is written. */
export function placeOf(record: OpenRecord, run: Run, columns: PlaceColumns): Place {
  const cells = { lat: record.text("latitude"), lon: record.text("longitude") };
  const point = record.take("latitude", columns.point ?? readPoint(cells, run.plan.decimalSign, run.area));
  const name = nameOf(record, columns.name);
  const unit = unitOf(record, run);
  const said = columns.precision ?? (record.take("location_precision", run.locationPrecision(record.text("location_precision"))) || null);
  if (point === null) sayWithout(record, { name, unit, said });
  return { lat: point?.lat ?? null, lon: point?.lon ?? null, name, precision: said ?? precisionOf({ point, name, unit }), unit };
}

function nameOf(record: OpenRecord, column: string): string | null {
  const text = record.text(column);
  return text === "" || isNullToken(text) ? null : record.take(column, readText(text, 200));
}

/** The unit by its code; where that is not given, by the district's name, as far as the basemap has one of that name. */
function unitOf(record: OpenRecord, run: Run): string | null {
  const code = record.text("unit");
  if (code === "" || isNullToken(code)) return run.unit(record.text("admin1")) ?? null;
  const unit = run.unit(code);
  if (unit === undefined) record.say("unit", finding("unknown_unit", `“${code.slice(0, 80)}” is no unit of the basemap, such as AZE-1739.`));
  return unit ?? null;
}

type Known = { readonly name: string | null; readonly unit: string | null; readonly said: LocationPrecision | null };

function sayWithout(record: OpenRecord, { name, unit, said }: Known): void {
  const isSomewhere = name !== null || unit !== null || record.text("admin1") !== "";
  const hasCoordinateReason = record.reasons.some(({ code }) => coordinateReasons.has(code));
  if (hasCoordinateReason) return;
  if (!isSomewhere && (said === null || !placeless.includes(said))) record.say("location_name", finding("missing_place", "The record names no place: give coordinates, a name or a unit, or say L0_UNKNOWN."));
  else if (said === null || !withoutPoint.includes(said)) record.say("latitude", finding("no_coordinates", "The record has no coordinates; it is listed and not drawn until a person places it."));
}

const coordinateReasons = new Set(["null_island", "coordinate_out_of_range", "half_a_coordinate", "coordinate_not_read", "geometry_not_a_point"]);

type Located = { readonly point: Point | null; readonly name: string | null; readonly unit: string | null };

/** Figures behind the point say how finely a place was written, so they bound what may be claimed of it; whole degrees are a region. */
function precisionOf({ point, name, unit }: Located): LocationPrecision {
  if (point === null) return unit !== null && name === null ? "L4_DISTRICT" : "L0_UNKNOWN";
  const decimals = Math.max(decimalsOf(point.lat), decimalsOf(point.lon));
  return decimals === 0 ? "L5_REGION" : decimals < 3 && name === null ? "L3_NEAR" : "L2_SETTLEMENT";
}

const decimalsOf = (degrees: number): number => (String(degrees).split(".")[1] ?? "").length;
