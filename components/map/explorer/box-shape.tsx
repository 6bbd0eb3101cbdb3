import type { Box } from "@/lib/map/domain/bin";
import { drawnAt, type Frame } from "@/lib/map/domain/projection";

/** A box that is selected. */
export function BoxShape({ frame, box }: { frame: Frame; box: Box }) {
  const [northWest, southEast] = [drawnAt(frame, { lat: box.north, lon: box.west }), drawnAt(frame, { lat: box.south, lon: box.east })];
  return (
    <rect
      x={northWest.x}
      y={northWest.y}
      width={Math.max(0, southEast.x - northWest.x)}
      height={Math.max(0, southEast.y - northWest.y)}
      className="fill-accent stroke-accent"
      fillOpacity={0.08}
      strokeWidth={2}
      strokeDasharray="8 5"
      vectorEffect="non-scaling-stroke"
      pointerEvents="none"
    />
  );
}
