import { Fragment, useId } from "react";
import type { CalendarDate } from "@/lib/kernel/calendar-date";
import { type AxisTick, type DayAxis, inRows, isOnAxis, shareOf, spanOf, ticksOf } from "@/lib/kernel/day-axis";
import { AxisLabels, AxisLines } from "./axis-labels";
import { Band, type BandPattern, BandPatterns } from "./band-pattern";
import { percent } from "./percent";
import { PlacedShape, type Shape } from "./shape-mark";

export type LaneMark = {
  readonly key: string;
  readonly on: CalendarDate;
  /** The last day of what lasted: a thin line runs to it. */
  readonly until?: CalendarDate | null;
  /** A shape, or a letter. */
  readonly sign: { readonly shape: Shape } | { readonly letter: string };
  readonly text: string;
  /** Drawn with a line below it. */
  readonly isUnderlined?: boolean;
};
export type LaneBand = { readonly key: string; readonly from: CalendarDate; readonly to: CalendarDate; readonly pattern: BandPattern; readonly text: string };
export type Lane = { readonly key: string; readonly label: string; readonly marks?: readonly LaneMark[]; readonly bands?: readonly LaneBand[] };

type TimeLanesProps = { label: string; axis: DayAxis; lanes: readonly Lane[]; shownOn?: CalendarDate | undefined };

// Shapes are 12 pixels wide; on the narrowest screen that is this share of the axis.
const gap = 0.035;
const rowHeight = 18;
const bandHeight = 16;

/**
 * Lanes of bands and marks over one axis of days, drawn on the server. Widths are shares and heights are pixels, so that letters keep
 * their size on a narrow screen. One picture for a screen reader: the table beside it tells the same.
 */
export function TimeLanes({ label, axis, lanes, shownOn }: TimeLanesProps) {
  const ticks = ticksOf(axis, 6);
  const line = shownOn !== undefined && isOnAxis(axis, shownOn) ? shownOn : undefined;
  return (
    <div role="img" aria-label={label} className="grid gap-y-1 text-ink sm:grid-cols-[12rem_minmax(0,1fr)] sm:gap-x-4">
      <span />
      <div className="px-2">
        <AxisLabels axis={axis} ticks={ticks} />
      </div>
      {lanes.map((lane) => (
        <Fragment key={lane.key}>
          <p className="min-w-0 break-after-avoid text-xs text-ink-soft sm:pt-1">{lane.label}</p>
          <div className="break-inside-avoid border-b border-line px-2 pb-1">
            <LaneDrawing lane={lane} axis={axis} ticks={ticks} shownOn={line} />
          </div>
        </Fragment>
      ))}
    </div>
  );
}

function LaneDrawing({ lane, axis, ticks, shownOn }: { lane: Lane; axis: DayAxis; ticks: readonly AxisTick[]; shownOn: CalendarDate | undefined }) {
  const id = useId();
  const bands = lane.bands ?? [];
  const placed = inRows(lane.marks ?? [], gap, ({ on, until }) => spanOf(axis, on, until ?? on) ?? { start: shareOf(axis, on), width: 0 });
  const rows = placed.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const top = bands.length > 0 ? bandHeight + 4 : 0;
  const height = Math.max(rowHeight, top + rows * rowHeight);
  return (
    <svg width="100%" height={height} overflow="visible" className="block">
      <BandPatterns id={id} />
      <AxisLines axis={axis} ticks={ticks} shownOn={shownOn} height={height} />
      {bands.map(({ key, from, to, pattern, text }) => {
        const span = spanOf(axis, from, to);
        return span && <Band key={key} id={id} pattern={pattern} x={percent(span.start)} width={percent(span.width)} y={1} height={bandHeight - 2} title={text} />;
      })}
      {placed.map(({ item, row }) => (
        <Mark key={item.key} mark={item} axis={axis} y={top + row * rowHeight + rowHeight / 2} />
      ))}
    </svg>
  );
}

function Mark({ mark: { on, until, sign, text, isUnderlined = false }, axis, y }: { mark: LaneMark; axis: DayAxis; y: number }) {
  const x = shareOf(axis, on);
  return (
    <g>
      <title>{text}</title>
      {until !== undefined && until !== null && <line x1={percent(x)} x2={percent(shareOf(axis, until))} y1={y} y2={y} stroke="currentColor" strokeWidth="2" />}
      {"shape" in sign ? (
        <PlacedShape shape={sign.shape} x={x} y={y} />
      ) : (
        <text x={percent(x)} y={y + 4} textAnchor="middle" className="text-xs font-semibold" fill="currentColor">
          {sign.letter}
        </text>
      )}
      {isUnderlined && (
        <svg x={percent(x)} y={y + 8} width="1" height="1" overflow="visible">
          <path d="M-6 0H6" stroke="currentColor" strokeWidth="1.5" />
        </svg>
      )}
    </g>
  );
}
