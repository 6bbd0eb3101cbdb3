import { drawnAt, type Frame, lengthOf } from "@/lib/map/domain/projection";
import type { ObligationZone } from "@/lib/map/zones/domain";
import { unitElementId } from "./map-backdrop";

const round = (value: number): number => Math.round(value * 10) / 10;

/** Where duties hold: hatched districts and ways of their width. They lie below the marks and catch no press. */
export function MapZones({ frame, zones }: { frame: Frame; zones: readonly ObligationZone[] }) {
  return (
    <g className="text-notice-ink forced-colors:text-[CanvasText]" pointerEvents="none">
      <defs>
        <pattern id="zone-hatch" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 5h10" stroke="currentColor" strokeWidth="1.6" strokeOpacity="0.55" />
        </pattern>
      </defs>
      {zones.map((zone) => (
        <ZoneShape key={zone.key} frame={frame} zone={zone} />
      ))}
    </g>
  );
}

function ZoneShape({ frame, zone: { shape } }: { frame: Frame; zone: ObligationZone }) {
  if (shape.kind === "UNIT") return <use href={`#${unitElementId(shape.unit)}`} className="[--unit-fill:url(#zone-hatch)] [--unit-stroke:currentColor]" />;
  const points = shape.places.map((place) => drawnAt(frame, place));
  const line = points.map(({ x, y }) => `${round(x)},${round(y)}`).join(" ");
  const width = round(lengthOf(frame, shape.widthMetres, shape.places[0]?.lat ?? 40));
  return (
    <g fill="none" stroke="currentColor" strokeLinejoin="round" strokeLinecap="round">
      <polyline points={line} strokeWidth={width} strokeOpacity={0.28} />
      <polyline points={line} strokeWidth={1.5} strokeDasharray="6 4" vectorEffect="non-scaling-stroke" />
    </g>
  );
}
