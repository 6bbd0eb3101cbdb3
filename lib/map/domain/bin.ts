import type { LatLon } from "./projection";

/**
 * Bins: the earth in rectangles of equal degrees, four of which make one of the level above. Their sides are as long as each other on the
 * ground at 41° N. A bin's number holds the bits of its column and row in turns, so that a bin's parts are one run of numbers. The
 * migration `map_bins` counts the same numbers in SQL; a test holds the two together.
 */
export type Bin = { readonly level: BinLevel; readonly number: number };

/** The levels that the database keeps, from 80 km to 1 km. */
export const binLevels = [9, 11, 13, 15] as const;
export type BinLevel = (typeof binLevels)[number];
export const finestLevel = 15;
export const coarsestLevel = 9;

/** An area whose place is known no better is drawn around the middle of a bin of this level, 150 km wide. */
export const areaBinLevel = 8;

export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number };

const binWidth = (level: number): number => 360 / 2 ** level;
const binHeight = (level: number): number => 270 / 2 ** level;

const cut = (share: number, level: number): number => Math.min(2 ** level - 1, Math.max(0, Math.floor(share * 2 ** level)));
const columnOf = (lon: number, level: number): number => cut((lon + 180) / 360, level);
const rowOf = (lat: number, level: number): number => cut((lat + 90) / 270, level);

/** The number of the bin that holds a place. */
export const binNumberOf = ({ lat, lon }: LatLon, level: number): number => woven(columnOf(lon, level), rowOf(lat, level));

/** Where a bin lies: its west and south belong to it, its east and north to its neighbours. */
export function boxOfBin(number: number, level: number): Box {
  const [west, south] = [-180 + everySecondBit(number) * binWidth(level), -90 + everySecondBit(number >> 1) * binHeight(level)];
  return { west, south, east: west + binWidth(level), north: south + binHeight(level) };
}

export function centreOfBin(number: number, level: number): LatLon {
  const { west, south, east, north } = boxOfBin(number, level);
  return { lat: (south + north) / 2, lon: (west + east) / 2 };
}

/** A tenth of a millimetre: how near a box must come to a bin's far sides to hold it whole, since those are its neighbours'. */
const nearlyZero = 1e-9;

/** Whether the box holds all of the bin. */
export function holdsBin(box: Box, number: number, level: number): boolean {
  const bin = boxOfBin(number, level);
  return box.west <= bin.west && box.south <= bin.south && box.east >= bin.east - nearlyZero && box.north >= bin.north - nearlyZero;
}

/** How many bins of a level the box touches. */
export const countBins = ({ west, south, east, north }: Box, level: number): number =>
  (columnOf(east, level) - columnOf(west, level) + 1) * (rowOf(north, level) - rowOf(south, level) + 1);

/** The numbers of all bins of a level that the box touches. */
export function binsIn({ west, south, east, north }: Box, level: number): number[] {
  const numbers: number[] = [];
  for (let column = columnOf(west, level); column <= columnOf(east, level); column++)
    for (let row = rowOf(south, level); row <= rowOf(north, level); row++) numbers.push(woven(column, row));
  return numbers;
}

/** The box grown to the sides of the bins that it touches, short of their far sides: it holds each of these bins whole and touches no other. */
export function grownToBins({ west, south, east, north }: Box, level: number): Box {
  const [low, high] = [boxOfBin(binNumberOf({ lat: south, lon: west }, level), level), boxOfBin(binNumberOf({ lat: north, lon: east }, level), level)];
  const short = nearlyZero / 2;
  return { west: low.west, south: low.south, east: Math.min(180, high.east - short), north: Math.min(90, high.north - short) };
}

/** The run of numbers of the finest bins within a bin; both ends belong to it. */
export function finestWithin({ number, level }: Bin): { readonly first: number; readonly last: number } {
  const shift = 2 * (finestLevel - level);
  return { first: number << shift, last: ((number + 1) << shift) - 1 };
}

const woven = (column: number, row: number): number => spread(column) | (spread(row) << 1);

/** Puts a zero bit before each of the lower 15 bits. */
function spread(value: number): number {
  const eights = (value | (value << 8)) & 0x00ff00ff;
  const fours = (eights | (eights << 4)) & 0x0f0f0f0f;
  const twos = (fours | (fours << 2)) & 0x33333333;
  return (twos | (twos << 1)) & 0x55555555;
}

/** The inverse of `spread`. */
function everySecondBit(value: number): number {
  const ones = value & 0x55555555;
  const twos = (ones | (ones >> 1)) & 0x33333333;
  const fours = (twos | (twos >> 2)) & 0x0f0f0f0f;
  const eights = (fours | (fours >> 4)) & 0x00ff00ff;
  return (eights | (eights >> 8)) & 0x0000ffff;
}
