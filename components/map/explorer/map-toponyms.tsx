import { classNames } from "@/components/ui/class-names";
import type { Toponym } from "@/lib/map/domain/drawing";
import { labelSteps } from "@/lib/map/domain/toponyms";
import { sizedInPixels } from "./map-scale";

type ToponymsProps = { toponyms: readonly Toponym[]; /** Pixels to a unit of the drawing; undefined before that is known. */ scale: number | undefined };

/** What a screen of common size has room for before anybody measured it; a phone has less. */
const [onPhone, onScreen] = labelSteps;

/** Our own names, both forms of each, where there is room. */
export function MapToponyms({ toponyms, scale }: ToponymsProps) {
  const shown = toponyms.filter(({ from }) => from <= (scale === undefined ? onScreen : scale * 1.02));
  return (
    <g pointerEvents="none" aria-hidden="true" className="fill-ink-soft forced-colors:fill-[CanvasText]">
      {shown.map(({ x, y, label, from }) => (
        <g key={`${label}|${x}|${y}`} transform={`translate(${x} ${y})`} className={classNames(scale === undefined && from > onPhone && "max-sm:hidden")}>
          <g className={sizedInPixels}>
            <circle r={1.8} />
            <text x={5} dy="0.35em" fontSize={10.5} paintOrder="stroke" strokeWidth={3} strokeLinejoin="round" className="stroke-surface forced-colors:stroke-[Canvas]">
              {label}
            </text>
          </g>
        </g>
      ))}
    </g>
  );
}
