import { classNames } from "@/components/ui/class-names";
import type { Toponym } from "@/lib/map/domain/drawing";
import type { DrawingPoint } from "@/lib/map/domain/projection";
import { besideMarks, labelSteps } from "@/lib/map/domain/toponyms";
import { sizedInPixels } from "./map-scale";

type ToponymsProps = { toponyms: readonly Toponym[]; marks: readonly DrawingPoint[]; /** Pixels to a unit of the drawing; undefined before that is known. */ scale: number | undefined };

/** What a screen of common size has room for before anybody measured it; a phone has less. */
const [onPhone, onScreen] = labelSteps;

/** Our own names, both forms of each, where there is room. */
export function MapToponyms({ toponyms, marks, scale }: ToponymsProps) {
  const shown = toponyms.filter(({ from }) => from <= (scale === undefined ? onScreen : scale * 1.02));
  const beside = besideMarks(shown, marks, scale ?? onScreen);
  return (
    <g pointerEvents="none" aria-hidden="true" className="fill-ink-soft forced-colors:fill-[CanvasText]">
      {shown.map((toponym) => (
        <g key={`${toponym.label}|${toponym.x}|${toponym.y}`} transform={`translate(${toponym.x} ${toponym.y})`} className={classNames(scale === undefined && toponym.from > onPhone && "max-sm:hidden")}>
          <g className={sizedInPixels}>
            <circle r={1.8} />
            <text x={beside.has(toponym) ? 15 : 5} dy="0.35em" fontSize={10.5} paintOrder="stroke" strokeWidth={3} strokeLinejoin="round" className="stroke-surface forced-colors:stroke-[Canvas]">
              {toponym.label}
            </text>
          </g>
        </g>
      ))}
    </g>
  );
}
