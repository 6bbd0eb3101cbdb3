import type { MapDrawing } from "@/lib/map/domain/drawing";

/** The element of a unit's outline, for marks that fill it. */
export const unitElementId = (code: string): string => `unit-${code}`;

// A copy of the outline (`<use>`) takes its fill and stroke from these properties: its own classes would win over anything else.
const watchedClasses = "fill-[var(--unit-fill,var(--surface))] stroke-[var(--unit-stroke,var(--line-strong))] forced-colors:fill-[var(--unit-fill,Canvas)] forced-colors:stroke-[CanvasText]";
const otherClasses = "fill-[var(--unit-fill,none)] stroke-[var(--unit-stroke,var(--line))]";

/** Land, lakes and outlines, one calm colour for every country: the drawing takes no side. The same for every reader. */
export function MapBackdrop({ drawing }: { drawing: Pick<MapDrawing, "land" | "lakes" | "units"> }) {
  return (
    <g strokeLinejoin="round" className="[&_path]:[vector-effect:non-scaling-stroke]">
      <path d={drawing.land} fillRule="evenodd" className="fill-sunken stroke-line-strong forced-colors:fill-[Canvas] forced-colors:stroke-[CanvasText]" strokeWidth={1} />
      {drawing.units.map(({ code, name, path, isWatched }) => (
        <path
          key={code}
          id={unitElementId(code)}
          d={path}
          fillRule="evenodd"
          strokeWidth={isWatched ? 0.9 : 0.5}
          className={isWatched ? watchedClasses : otherClasses}
        >
          {isWatched && <title>{name}</title>}
        </path>
      ))}
      <path d={drawing.lakes} fillRule="evenodd" className="fill-line stroke-line-strong" strokeWidth={0.5} />
    </g>
  );
}
