import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { type DayAxis, shareOf, ticksOf } from "@/lib/kernel/day-axis";
import { AxisLabels, AxisLines } from "./axis-labels";
import { percent } from "./percent";
import { PlacedShape, type Shape } from "./shape-mark";

export type RangePoint = { readonly key: string; readonly on: CalendarDate; readonly low: number | null; readonly best: number | null; readonly high: number | null; readonly shape: Shape; readonly text: string };

type RangeChartProps = { label: string; axis: DayAxis; limit: { readonly value: number; readonly text: string }; points: readonly RangePoint[]; shownOn?: CalendarDate | undefined };

const height = 190;
const numberText = (value: number): string => value.toLocaleString("en");
const numbersOf = ({ low, best, high }: RangePoint): number[] => [low, best, high].filter((value) => value !== null);

/** A round number at or above `value`, so that the highest point stays below the edge. */
function roundedUp(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.max(1, Math.ceil(value / unit) * unit);
}

/**
 * Reported numbers over time against a limit, each as a range with a shape at its best figure. Tremor's charts draw neither ranges nor
 * shapes and nothing without script, so this is an SVG from the server. One picture for a screen reader: the table beside it tells the same.
 */
export function RangeChart({ label, axis, limit, points, shownOn }: RangeChartProps) {
  const ticks = ticksOf(axis, 6);
  const top = roundedUp(Math.max(limit.value, ...points.flatMap(numbersOf)) * 1.1);
  const y = (value: number): number => Number((height - (value / top) * height).toFixed(1));
  return (
    <div role="img" aria-label={label} className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-2 text-ink">
      <svg width="100%" height={height} overflow="visible" className="block text-xs text-ink-soft">
        {[0, limit.value, ...(top - limit.value > top * 0.12 ? [top] : [])].map((value) => (
          <text key={value} x="100%" y={y(value) + 4} textAnchor="end" fill="currentColor" className={value === limit.value ? "font-semibold" : undefined}>
            {numberText(value)}
          </text>
        ))}
      </svg>
      <div className="px-2">
        <svg width="100%" height={height} overflow="visible" className="block">
          <AxisLines axis={axis} ticks={ticks} shownOn={shownOn} height={height} />
          <line x1="0" x2="100%" y1={height} y2={height} stroke="currentColor" />
          <line x1="0" x2="100%" y1={y(limit.value)} y2={y(limit.value)} stroke="currentColor" strokeWidth="2" strokeDasharray="8 4" />
          <text x="100%" y={y(limit.value) - 6} textAnchor="end" fill="currentColor" className="text-xs font-semibold">
            {limit.text}
          </text>
          {points.map((point) => (
            <Point key={point.key} point={point} x={shareOf(axis, point.on)} y={y} limit={limit.value} />
          ))}
        </svg>
        <AxisLabels axis={axis} ticks={ticks} />
      </div>
    </div>
  );
}

function Point({ point, x, y, limit }: { point: RangePoint; x: number; y: (value: number) => number; limit: number }) {
  const numbers = numbersOf(point);
  const at = point.best ?? point.low ?? point.high;
  if (at === null) return null;
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const isLate = x > 0.75;
  // A number on the limit's own line would be struck through by it.
  const drop = Math.abs(y(at) - y(limit)) < 10 ? 18 : 4;
  return (
    <g>
      <title>{point.text}</title>
      {low < high && (
        <svg x={percent(x)} width="1" height={height} overflow="visible">
          <path d={`M0 ${y(low)}V${y(high)}M-5 ${y(low)}h10M-5 ${y(high)}h10`} stroke="currentColor" strokeWidth="1.5" />
        </svg>
      )}
      <PlacedShape shape={point.shape} x={x} y={y(at)} />
      <svg x={percent(x)} y={y(at)} width="1" height="1" overflow="visible">
        <text x={isLate ? -10 : 10} y={drop} textAnchor={isLate ? "end" : "start"} fill="currentColor" className="text-xs tabular-nums">
          {numberText(at)}
        </text>
      </svg>
    </g>
  );
}
