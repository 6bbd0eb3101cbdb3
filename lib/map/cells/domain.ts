import { type BinLevel, type Box, boxOfBin, coarsestLevel, holdsBin } from "../domain/bin";
import { centreOfArea, type MapCell, nameOfArea, nameOfPoints } from "../domain/cell";
import type { LatLon } from "../domain/projection";

/** What a map shows of a filter, and how many of the filter's records it has no mark for. */
export type MapCells = { readonly cells: readonly MapCell[]; readonly notOnMap: number };

/** One line of counting: records in a bin (`area` is empty), in an area, or on no map (`-`); `lat` and `lon` are the middle of the places. */
export type CountedPlaces = { readonly bin: number; readonly area: string; readonly records: number; readonly lat: number; readonly lon: number };

const roundedDegree = (degree: number): number => Math.round(degree * 100_000) / 100_000;

/** Cells of counted lines, the largest first; `anchorOf` says where the mark of a unit stands. Lines of one area are one cell. */
export function cellsOf(lines: readonly CountedPlaces[], level: BinLevel, anchorOf: (unit: string) => LatLon): MapCells {
  const areas = new Map<string, number>();
  const cells: MapCell[] = [];
  for (const { bin, area, records, lat, lon } of lines) {
    if (area !== "") areas.set(area, (areas.get(area) ?? 0) + records);
    else if (records > 0) cells.push({ id: nameOfPoints({ level, number: bin }), kind: "POINTS", unit: null, lat: roundedDegree(lat), lon: roundedDegree(lon), count: records });
  }
  const notOnMap = areas.get("-") ?? 0;
  areas.delete("-");
  for (const [area, count] of areas) if (count > 0) cells.push(cellOfArea(area, count, anchorOf));
  return { cells: cells.toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)), notOnMap };
}

function cellOfArea(area: string, count: number, anchorOf: (unit: string) => LatLon): MapCell {
  const isUnit = !area.startsWith("@");
  const { lat, lon } = isUnit ? anchorOf(area) : centreOfArea(area);
  return { id: nameOfArea(area), kind: isUnit ? "UNIT" : "AROUND", unit: isUnit ? area : null, lat: roundedDegree(lat), lon: roundedDegree(lon), count };
}

/** The level whose bin a line names: an area goes with the bin of its point on the coarsest. */
const levelOf = ({ area }: CountedPlaces, level: BinLevel): BinLevel => (area === "" ? level : coarsestLevel);

/** Lines whose points lie in the box; undefined where a bin with records lies across the box's side, so that its count alone doesn't tell. */
export function linesWithin(lines: readonly CountedPlaces[], box: Box, level: BinLevel): CountedPlaces[] | undefined {
  const touched = lines.filter((line) => line.bin >= 0 && line.records !== 0 && touches(box, boxOfBin(line.bin, levelOf(line, level))));
  return touched.every((line) => holdsBin(box, line.bin, levelOf(line, level))) ? touched : undefined;
}

/** A bin's east and north side are its neighbours'. */
const touches = (box: Box, bin: Box): boolean => box.west < bin.east && box.east >= bin.west && box.south < bin.north && box.north >= bin.south;
