import { type AxisTick, type DayAxis, shareOf } from "@/lib/kernel/day-axis";
import { percent } from "./percent";

const shortMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `2021`, `Jan 2021` or `15 Nov`, as fine as the tick is. */
function tickText({ on, unit }: AxisTick): string {
  const [year = "", month = "", day = ""] = on.split("-");
  const name = shortMonths[Number(month) - 1] ?? month;
  if (unit === "YEAR") return year;
  return unit === "MONTH" ? `${name} ${year}` : `${Number(day)} ${name}`;
}

const anchorAt = (share: number): "start" | "middle" | "end" => (share < 0.06 ? "start" : share > 0.94 ? "end" : "middle");

/** The names of an axis' ticks, each above its line. */
export function AxisLabels({ axis, ticks }: { axis: DayAxis; ticks: readonly AxisTick[] }) {
  return (
    <svg width="100%" height="20" overflow="visible" className="block text-xs text-ink-soft">
      {ticks.map((tick) => {
        const share = shareOf(axis, tick.on);
        return (
          <text key={tick.on} x={percent(share)} y="13" textAnchor={anchorAt(share)} fill="currentColor">
            {tickText(tick)}
          </text>
        );
      })}
    </svg>
  );
}

/** Upright lines at the ticks and, dashed, at the day shown. */
export function AxisLines({ axis, ticks, shownOn, height }: { axis: DayAxis; ticks: readonly AxisTick[]; shownOn?: DayAxis["from"] | undefined; height: number }) {
  return (
    <g stroke="currentColor">
      {ticks.map(({ on }) => (
        <line key={on} x1={percent(shareOf(axis, on))} x2={percent(shareOf(axis, on))} y1="0" y2={height} strokeOpacity="0.2" />
      ))}
      {shownOn !== undefined && <line x1={percent(shareOf(axis, shownOn))} x2={percent(shareOf(axis, shownOn))} y1="0" y2={height} strokeDasharray="4 3" strokeWidth="1.5" />}
    </g>
  );
}
