import { finding, plainly, saying, type Finding, type Reading } from "./reason";
import { isNullToken } from "./text";

export type Point = { readonly lat: number; readonly lon: number };
export type Area = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };
export type CoordinateCells = { readonly lat: string; readonly lon: string };

/** Armenia and Azerbaijan with some kilometres around: what the basemap shows. A point outside is held, not refused. */
export const basemapArea: Area = { west: 43, south: 38, east: 51, north: 42.3 };

type Read = { readonly degrees: number; readonly found: readonly Finding[] };
const plain = /^[+-]?\d{1,12}(?:\.\d*)?$/;
const notFinite = /^[+-]?(?:nan|inf(?:inity)?)$/i;
const dms = /^(\d{1,3})\s*(?:°|º|d|deg|:|\s)\s*(\d{1,2})\s*(?:'|’|′|m|min|:|\s)\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|”|″|''|s|sec)?)?\s*([NSEW])?$/i;
const withLetter = /^([NSEW])?\s*([+-]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*([NSEW])?$/i;
const withExponent = /^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i;

const isSouthOrWest = (letter: string): boolean => /[sw]/i.test(letter);
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

function ofDms(text: string): Read | undefined {
  const [, degrees = "", minutes = "0", seconds = "0", letter = ""] = dms.exec(text) ?? [];
  if (degrees === "" || Number(minutes) > 59) return undefined;
  const value = Number(degrees) + Number(minutes) / 60 + Number(seconds.replace(",", ".")) / 3600;
  const read = rounded(isSouthOrWest(letter) ? -value : value);
  return { degrees: read, found: [finding("dms_coordinate", `“${text}” is in degrees, minutes and seconds; it would be ${read}.`, String(read))] };
}

function ofLetter(text: string): Read | undefined {
  const [, before = "", degrees = "", after = ""] = withLetter.exec(text) ?? [];
  if (degrees === "") return undefined;
  const value = Number(degrees.replace(",", "."));
  const read = isSouthOrWest(before + after) ? -value : value;
  return { degrees: read, found: [finding("coordinate_format", `“${text}” is not in decimal degrees as the rest of the file; it would be ${read}.`, String(read))] };
}

/** Degrees as a cell writes them. Nothing is cut off: a cell is read whole or not at all. */
function degreesOf(text: string, decimalSign: "." | ","): Read | undefined {
  const pointed = decimalSign === "," ? text.replace(",", ".") : text;
  if (plain.test(pointed)) return { degrees: Number(pointed), found: [] };
  if (notFinite.test(text)) return { degrees: Number.NaN, found: [] };
  if (withExponent.test(text)) return { degrees: Number(text), found: [finding("coordinate_format", `“${text}” is written with an exponent; it would be ${Number(text)}.`, String(Number(text)))] };
  return ofDms(text) ?? ofLetter(text);
}

const isIn = ({ west, south, east, north }: Area, { lat, lon }: Point): boolean => lat >= south && lat <= north && lon >= west && lon <= east;

function outside(point: Point, area: Area): Finding[] {
  if (isIn(area, point)) return [];
  const { lat, lon } = point;
  const found = [finding("out_of_area", `${lat}, ${lon} lies outside of the area that the map shows.`)];
  const turned = [{ lat: -lat, lon }, { lat, lon: -lon }, { lat: -lat, lon: -lon }].find((other) => isIn(area, other));
  if (turned) found.push(finding("possible_wrong_sign", `With another sign it would lie within: ${turned.lat}, ${turned.lon}.`, `${turned.lat}, ${turned.lon}`));
  if (isIn(area, { lat: lon, lon: lat })) found.push(finding("possibly_swapped", `Latitude and longitude may have changed places: ${lon}, ${lat} lies within.`, `${lon}, ${lat}`));
  return found;
}

const refused = (code: "null_island" | "coordinate_out_of_range", message: string): Reading<Point | null> => saying(null, finding(code, message));
const isWhole = (text: string): boolean => /^[+-]?\d+$/.test(text);

function checked(point: Point, read: { found: readonly Finding[]; cells: CoordinateCells }, area: Area): Reading<Point | null> {
  const { lat, lon } = point;
  if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return refused("coordinate_out_of_range", `“${read.cells.lat}”, “${read.cells.lon}” is no point of the earth in degrees.`);
  if (lat === 0 && lon === 0) return refused("null_island", "0, 0 lies in the Atlantic; it stands for coordinates that are not known. Leave both cells empty.");
  const coarse = isWhole(read.cells.lat) && isWhole(read.cells.lon) ? [finding("coordinate_too_coarse", "Whole degrees say no more than about 100 km.")] : [];
  const found = [...read.found, ...outside(point, area), ...coarse];
  return found.length === 0 ? plainly(point) : { value: point, found };
}

const isEmpty = (text: string): boolean => text === "" || isNullToken(text);

/** Both figures in the cell of the latitude. */
function inOneCell(text: string): CoordinateCells | undefined {
  const [, lat, lon] = /^\(?\s*([+-]?\d{1,3}\.\d+)\s*[,;\s]\s*([+-]?\d{1,3}\.\d+)\s*\)?$/.exec(text) ?? [];
  return lat !== undefined && lon !== undefined ? { lat, lon } : undefined;
}

/**
 * A pair of coordinates in WGS 84. Null without a word where both cells are empty. What is not in plain decimal degrees, or outside of
 * the area, is held with a proposal; what is no point of the earth is refused, and so is 0, 0.
 */
export function readPoint(cells: CoordinateCells, decimalSign: "." | ",", area: Area): Reading<Point | null> {
  const { lat, lon } = cells;
  if (isEmpty(lat) && isEmpty(lon)) return plainly(null);
  const pair = isEmpty(lon) ? inOneCell(lat) : undefined;
  if (pair) {
    const found = [finding("coordinates_in_one_cell", "Latitude and longitude stand in one cell.", `${pair.lat}, ${pair.lon}`)];
    return checked({ lat: Number(pair.lat), lon: Number(pair.lon) }, { found, cells: pair }, area);
  }
  if (isEmpty(lat) || isEmpty(lon)) return saying(null, finding("half_a_coordinate", "Latitude and longitude come together: give both or neither."));
  const [north, east] = [degreesOf(lat, decimalSign), degreesOf(lon, decimalSign)];
  if (!north || !east) return saying(null, finding("coordinate_not_read", `“${north ? lon : lat}” is no coordinate; write decimal degrees.`));
  return checked({ lat: north.degrees, lon: east.degrees }, { found: [...north.found, ...east.found.filter((item) => !north.found.some((same) => same.code === item.code))], cells }, area);
}
