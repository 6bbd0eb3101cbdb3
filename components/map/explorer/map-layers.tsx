import type { ReactNode } from "react";
import type { Box } from "@/lib/map/domain/bin";
import type { MapCell } from "@/lib/map/domain/cell";
import type { Toponym } from "@/lib/map/domain/drawing";
import { coarserCells, coarsestCells } from "@/lib/map/domain/marks";
import { drawnAt } from "@/lib/map/domain/projection";
import type { ObligationZone } from "@/lib/map/zones/domain";
import { BoxShape } from "./box-shape";
import { MapAreas } from "./map-areas";
import { MapMarks, type MarksProps } from "./map-marks";
import { MapToponyms } from "./map-toponyms";
import { MapZones } from "./map-zones";

type LayersProps = {
  marks: Pick<MarksProps, "frame" | "names" | "params" | "chosen">;
  sent: readonly MapCell[];
  /** What the script has taken over: the cells of this view, and pixels to a unit of the drawing. */
  live: { readonly cells: readonly MapCell[]; readonly scale: number; readonly roving: MarksProps["roving"] } | undefined;
  transform: string;
  zones: readonly ObligationZone[];
  toponyms: readonly Toponym[];
  box: Box | undefined;
  /** The drawing below all else. */
  children: ReactNode;
};

/** What lies on the drawing, from the ground up. */
export function MapLayers({ marks, sent, live, transform, zones, toponyms, box, children }: LayersProps) {
  const { frame, chosen } = marks;
  const cells = live?.cells ?? sent;
  return (
    <g transform={transform}>
      {children}
      <MapAreas frame={frame} cells={cells} chosen={chosen} />
      <MapZones frame={frame} zones={zones} />
      <MapToponyms toponyms={toponyms} marks={cells.map((cell) => drawnAt(frame, cell))} scale={live?.scale} />
      {box && <BoxShape frame={frame} box={box} />}
      {/* Before anybody measured the screen: larger cells for a phone, links all of them. The elements stay when the script takes over, so that no press is lost. */}
      {!live && <MapMarks {...marks} cells={coarserCells(sent, coarsestCells)} roving={undefined} className="sm:hidden" />}
      <MapMarks {...marks} cells={cells} roving={live?.roving} className={live ? undefined : "max-sm:hidden"} />
    </g>
  );
}
