import { areaBinLevel, type BinLevel, binLevels } from "./bin";
import { cellNamed, type MapCell, nameOfPoints } from "./cell";
import type { DrawingPoint } from "./projection";

/** Radius of a mark in pixels: a dot for one record, and a ring that grows by the power of ten of what it holds. */
export const radiusOf = (count: number): number => (count <= 1 ? 6 : Math.round((9 + 3.2 * Math.log10(count)) * 10) / 10);

/** What is written into a mark: whole below a thousand, then shortened; the exact number is in its name and in the table. */
export function shortCount(count: number): string {
  if (count < 1000) return String(count);
  const [divisor, unit] = count < 999_500 ? [1000, "k"] : [1_000_000, "M"];
  const shortened = count / divisor;
  return `${shortened < 9.95 ? shortened.toFixed(1).replace(/\.0$/, "") : Math.round(shortened)}${unit}`;
}

/** The same records in the larger bins of a level, for a screen that has room for fewer marks. Areas stay as they are. */
export function coarserCells(cells: readonly MapCell[], level: BinLevel): MapCell[] {
  const merged = new Map<string, MapCell>();
  for (const cell of cells) {
    const id = idAt(cell, level);
    const held = merged.get(id);
    merged.set(id, held ? together(held, cell, id) : { ...cell, id });
  }
  return [...merged.values()].toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

function idAt({ id }: MapCell, level: BinLevel): string {
  const name = cellNamed(id);
  if (name?.kind !== "POINTS" || name.bin.level <= level) return id;
  return nameOfPoints({ level, number: name.bin.number >> (2 * (name.bin.level - level)) });
}

function together(a: MapCell, b: MapCell, id: string): MapCell {
  const count = a.count + b.count;
  const mean = (one: number, other: number): number => Math.round(((one * a.count + other * b.count) / count) * 100_000) / 100_000;
  return { ...a, id, count, lat: mean(a.lat, b.lat), lon: mean(a.lon, b.lon) };
}

/** Whether two cells have a bin in common: one lies in the other, or is it. */
export function touchesCell(one: string, other: string): boolean {
  const [a, b] = [cellNamed(one), cellNamed(other)];
  if (a?.kind !== "POINTS" || b?.kind !== "POINTS") return one === other;
  const shift = 2 * Math.abs(a.bin.level - b.bin.level);
  return a.bin.level >= b.bin.level ? a.bin.number >> shift === b.bin.number : b.bin.number >> shift === a.bin.number;
}

export const coarsestCells: BinLevel = binLevels[0];
/** Half the width in degrees of an area that is no unit. */
export const areaHalfDegrees = 180 / 2 ** areaBinLevel;

export type Direction = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";
const headings: Record<Direction, DrawingPoint> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };
export const isDirection = (key: string): key is Direction => key in headings;

/** The nearest mark that lies more in the direction than beside it; undefined where there is none. Off to the side counts twice. */
export function nextMark<T extends DrawingPoint>(marks: readonly T[], from: DrawingPoint, direction: Direction): T | undefined {
  const heading = headings[direction];
  let nearest: { mark: T; distance: number } | undefined;
  for (const mark of marks) {
    const [dx, dy] = [mark.x - from.x, mark.y - from.y];
    const along = dx * heading.x + dy * heading.y;
    const aside = Math.abs(dx * heading.y) + Math.abs(dy * heading.x);
    const distance = along + 2 * aside;
    if (along > 0 && aside <= along && (nearest === undefined || distance < nearest.distance)) nearest = { mark, distance };
  }
  return nearest?.mark;
}
