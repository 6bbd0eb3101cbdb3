import { MapNote } from "@/components/map/map-note";
import { Pin } from "@/components/map/pin";
import { RegionDrawing } from "@/components/map/region-drawing";
import type { RegionMap } from "@/lib/map/domain/district";
import type { MapBlock } from "@/lib/reports/domain/document";
import { pointsIn } from "@/lib/reports/drawing/domain/map";
import { FigureText } from "./figure-text";

/** Where the records of a report lie, and how many are on no map. */
export function ReportMap({ block, map }: { block: MapBlock; map: RegionMap }) {
  const { inside, outside } = pointsIn(map, block.points);
  const named = inside.length === 0 ? "no point" : inside.map(({ reference }) => reference).join(", ");
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <figure>
        <svg viewBox={`0 0 ${map.frame.width} ${map.frame.height}`} role="img" aria-label={`Map of the region. Points: ${named}.`} className="w-full max-w-lg rounded-md border border-line bg-sunken">
          <RegionDrawing map={map} isTitled />
          {inside.map((point) => (
            <Pin key={point.reference} frame={map.frame} place={point} radiusMetres={point.radiusMetres} />
          ))}
        </svg>
        <figcaption>
          <p className="mt-1.5 text-sm text-ink-soft">{block.caption}</p>
          <MapNote />
        </figcaption>
      </figure>
      <dl className="grid content-start gap-2 text-sm">
        {block.districts.map(({ code, label, figure }) => (
          <div key={code}>
            <dt className="text-ink-soft">{label}</dt>
            <dd>
              <FigureText figure={figure} />
            </dd>
          </div>
        ))}
        {outside.length > 0 && (
          <div>
            <dt className="text-ink-soft">Outside the drawing</dt>
            <dd>{outside.map(({ reference }) => reference).join(", ")}</dd>
          </div>
        )}
        <div>
          <dt className="text-ink-soft">Not shown</dt>
          <dd>
            <FigureText figure={block.notShown} />
          </dd>
        </div>
      </dl>
    </div>
  );
}
