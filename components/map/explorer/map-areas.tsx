import { classNames } from "@/components/ui/class-names";
import type { MapCell } from "@/lib/map/domain/cell";
import { areaHalfDegrees, touchesCell } from "@/lib/map/domain/marks";
import { drawnAt, type Frame } from "@/lib/map/domain/projection";
import { unitElementId } from "./map-backdrop";

type AreasProps = { frame: Frame; cells: readonly MapCell[]; chosen: readonly string[] };

/** The grounds of marks whose records are known by an area only. They lie below names and zones and catch no press. */
export function MapAreas({ frame, cells, chosen }: AreasProps) {
  return (
    <g pointerEvents="none">
      {cells
        .filter(({ kind }) => kind !== "POINTS")
        .map((cell) => (
          <AreaOf key={cell.id} cell={cell} frame={frame} isChosen={chosen.some((other) => touchesCell(cell.id, other))} />
        ))}
    </g>
  );
}

function AreaOf({ cell, frame, isChosen }: { cell: MapCell; frame: Frame; isChosen: boolean }) {
  if (cell.unit !== null)
    return <use href={`#${unitElementId(cell.unit)}`} className={classNames("[--unit-stroke:var(--accent)]", isChosen ? "[--unit-fill:var(--accent-line)]" : "[--unit-fill:var(--accent-soft)]")} />;
  const { x, y } = drawnAt(frame, cell);
  const radius = Math.round(frame.scale * ((areaHalfDegrees * Math.PI) / 180));
  return <circle cx={x} cy={y} r={radius} className={classNames("fill-accent stroke-accent", isChosen && "stroke-ink")} fillOpacity={isChosen ? 0.18 : 0.07} strokeDasharray="6 5" vectorEffect="non-scaling-stroke" />;
}
