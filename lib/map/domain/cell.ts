import { areaBinLevel, type Bin, type BinLevel, binLevels, centreOfBin } from "./bin";
import type { LatLon } from "./projection";

/**
 * One mark of the map, as its name says it: places in a bin (`p11-123`), or an area, for records whose place is known by district or region
 * only: a unit (`u-AZE-1682`), or the surroundings of a bin where no unit is told (`a-123`).
 */
export type CellName = { readonly kind: "POINTS"; readonly bin: Bin } | { readonly kind: "UNIT"; readonly unit: string } | { readonly kind: "AROUND"; readonly number: number };

const highestNumber = (level: number): number => 4 ** level - 1;
const isLevel = (level: number): level is BinLevel => (binLevels as readonly number[]).includes(level);

/** What a cell's name names, or undefined where it is none. */
export function cellNamed(name: string): CellName | undefined {
  const [, unit] = /^u-([A-Z]{3}-\d{1,6})$/.exec(name) ?? [];
  return unit === undefined ? (pointsNamed(name) ?? surroundingsNamed(name)) : { kind: "UNIT", unit };
}

function pointsNamed(name: string): CellName | undefined {
  const [, level, number] = (/^p(\d{1,2})-(\d{1,10})$/.exec(name) ?? []).map(Number);
  return level !== undefined && number !== undefined && isLevel(level) && number <= highestNumber(level) ? { kind: "POINTS", bin: { level, number } } : undefined;
}

function surroundingsNamed(name: string): CellName | undefined {
  const [, number] = (/^a-(\d{1,9})$/.exec(name) ?? []).map(Number);
  return number !== undefined && number <= highestNumber(areaBinLevel) ? { kind: "AROUND", number } : undefined;
}

export const nameOfPoints = ({ level, number }: Bin): string => `p${level}-${number}`;

/** The name of an area's cell, from how the database keeps the area: a unit's code, or `@` and the bin around which it lies. */
export const nameOfArea = (area: string): string => (area.startsWith("@") ? `a-${area.slice(1)}` : `u-${area}`);

/** How the database keeps the area that a cell's name names. */
export const areaOfCell = (cell: Exclude<CellName, { kind: "POINTS" }>): string => (cell.kind === "UNIT" ? cell.unit : `@${cell.number}`);

/** The middle of an area that is no unit. */
export const centreOfArea = (area: string): LatLon => centreOfBin(Number(area.slice(1)), areaBinLevel);

/** How many records lie in one cell of a reader's map, and where the mark stands: the middle of the places that it stands for, or of the area. */
export type MapCell = { readonly id: string; readonly kind: CellName["kind"]; readonly unit: string | null; readonly lat: number; readonly lon: number; readonly count: number };
