import { type BinLevel, binLevels, type Box, countBins, grownToBins } from "./bin";

/** A whole map is sent with as many cells at most, as near as the bins allow. */
const mostCells = 8000;
/** Where nobody says which part is looked at, cells are no finer than this: 18 km. */
const wholeLevel: BinLevel = 11;

/** The bins of a map at one zoom (as web maps count them: 0 is the earth in 256 pixels), about 30 to 60 pixels wide; coarser where the box is large for its zoom. */
export function levelAt(zoom: number, box: Box | undefined): BinLevel {
  const wanted = binLevels.findLast((level) => level <= zoom + 3) ?? 9;
  if (box === undefined) return wanted > wholeLevel ? wholeLevel : wanted;
  return binLevels.findLast((level) => level <= wanted && countBins(box, level) <= mostCells) ?? 9;
}

/** The box that is asked for when this part of the map is shown: whole bins, so that the answer comes from kept counts, and the same for small moves. */
export const boxToAsk = (box: Box, level: BinLevel): Box => grownToBins(box, Math.max(9, level - 2));

/** The zoom, as web maps count it, at which so many pixels show so many degrees. */
export const zoomOfWidth = (pixels: number, degrees: number): number => Math.log2((pixels / 256) * (360 / degrees));
