import type { Box } from "@/lib/map/domain/bin";
import type { MapCell } from "@/lib/map/domain/cell";
import { coarserCells, coarsestCells } from "@/lib/map/domain/marks";
import { drawnAt, type Frame } from "@/lib/map/domain/projection";
import type { MapNames } from "@/lib/map/domain/words";
import { MapMarks } from "./map-marks";

type FirstProps = { frame: Frame; cells: readonly MapCell[]; names: MapNames; params: URLSearchParams; chosen: readonly string[] };

/** The marks before anybody measured the screen: larger cells for a phone, and those that were sent for all else. Links without script. */
export function FirstMarks({ cells, ...rest }: FirstProps) {
  return (
    <>
      <MapMarks {...rest} cells={coarserCells(cells, coarsestCells)} roving={undefined} className="sm:hidden" />
      <MapMarks {...rest} cells={cells} roving={undefined} className="max-sm:hidden" />
    </>
  );
}

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
