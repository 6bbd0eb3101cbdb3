import type { Box } from "./bin";

/** A box as the filter `bbox` writes it. */
export const boxText = ({ west, south, east, north }: Box): string => [west, south, east, north].map((degree) => String(Math.round(degree * 1e10) / 1e10)).join(",");

/** The box that a filter's text names, to be drawn; undefined where it can't be, such as one across the date line. */
export function boxFrom(text: string | null): Box | undefined {
  const [west, south, east, north] = (text ?? "").split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (west === undefined || south === undefined || east === undefined || north === undefined) return undefined;
  return west <= east && south <= north ? { west, south, east, north } : undefined;
}
