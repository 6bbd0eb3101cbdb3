import type { LogAxis } from "@/lib/agreements/truces/domain/log-axis";

export type Frame = { readonly left: number; readonly width: number; readonly top: number; readonly bottom: number };

/** Where a length of time stands on the drawing. */
export const xOf = (axis: LogAxis, frame: Frame, minutes: number): number => frame.left + axis.positionOf(minutes) * frame.width;

/** Upright lines at the named lengths of time, with their names below. */
export function TimeAxis({ axis, frame }: { axis: LogAxis; frame: Frame }) {
  return (
    <g>
      {axis.ticks.map((tick) => {
        const x = xOf(axis, frame, tick.minutes);
        return (
          <g key={tick.minutes}>
            <path d={`M${x} ${frame.top}V${frame.bottom}`} className="stroke-line" />
            <text x={x} y={frame.bottom + 16} textAnchor="middle" className="fill-ink-soft text-[11px]">
              {tick.label}
            </text>
          </g>
        );
      })}
    </g>
  );
}
