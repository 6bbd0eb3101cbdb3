import { drawnAt, type Frame, type LatLon, lengthOf } from "@/lib/map/domain/projection";

type PinProps = { frame: Frame; place: LatLon; radiusMetres: number | null; zoom?: number; /** Only the circle: there is no place in its middle. */ isArea?: boolean };

/** The mark of a place: a cross in a ring, with the circle that its precision allows. Size on screen does not grow with the zoom. */
export function Pin({ frame, place, radiusMetres, zoom = 1, isArea = false }: PinProps) {
  const { x, y } = drawnAt(frame, place);
  const unit = frame.width / 480 / zoom;
  const radius = radiusMetres === null ? 0 : lengthOf(frame, radiusMetres, place.lat);
  return (
    <g className="text-accent-ink" pointerEvents="none">
      {radius > 5 * unit && <circle cx={x} cy={y} r={Math.round(radius * 100) / 100} className="fill-accent stroke-accent" fillOpacity={0.15} strokeDasharray="4 3" strokeWidth={1} vectorEffect="non-scaling-stroke" />}
      {!isArea && <circle cx={x} cy={y} r={6 * unit} className="fill-surface" fillOpacity={0.85} stroke="currentColor" strokeWidth={2} vectorEffect="non-scaling-stroke" />}
      {!isArea && <circle cx={x} cy={y} r={2 * unit} fill="currentColor" />}
    </g>
  );
}
