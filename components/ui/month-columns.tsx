import { useId } from "react";
import { Band, BandPatterns, type BandPattern } from "./band-pattern";
import { classNames } from "./class-names";
import { percent } from "./percent";

export type MonthGround = "grey" | "light";
/** The grounds, here and in the legend beside. */
export const groundClasses: Readonly<Record<MonthGround, string>> = { grey: "fill-line bg-line", light: "fill-sunken bg-sunken" };

export type ColumnPart = { readonly pattern: BandPattern; readonly count: number };
export type MonthColumn = { readonly key: string; readonly parts: readonly ColumnPart[]; readonly title: string; /** What it lies on, the darker the less was watched. */ readonly ground?: MonthGround | undefined };

type MonthColumnsProps = { label: string; columns: readonly MonthColumn[]; /** What the full height stands for: several pictures side by side have the same. */ most: number; height?: number };

const top = 14;

/** Columns over months, a year's name under its first month. Drawn in the colour of the text; months that were watched by few or by nobody lie on grey. The numbers are in the table beside it. */
export function MonthColumns({ label, columns, most, height = 120 }: MonthColumnsProps) {
  const id = useId();
  const width = 1 / Math.max(1, columns.length);
  const scale = most === 0 ? 0 : (height - top) / most;
  return (
    <svg role="img" aria-label={label} width="100%" height={height + 18} overflow="visible" className="block text-accent-strong">
      <BandPatterns id={id} />
      {columns.map((column, at) => column.ground !== undefined && <rect key={column.key} x={percent(at * width)} y={top} width={percent(width)} height={height - top} className={classNames(groundClasses[column.ground], "forced-colors:fill-[GrayText]")} />)}
      <text y="10" className="fill-ink-soft text-[0.6875rem]">
        {most.toLocaleString("en-GB")}
      </text>
      <line x1="0" x2="100%" y1={top} y2={top} className="stroke-line" strokeDasharray="2 3" />
      {columns.map((column, at) => (
        <g key={column.key}>
          {stacked(column.parts, scale, height).map(({ pattern, y, size }) => (
            <Band key={pattern} id={id} pattern={pattern} x={percent((at + 0.1) * width)} y={y} width={percent(width * 0.8)} height={size} title={column.title} />
          ))}
          {(at === 0 || column.key.endsWith("-01")) && (
            <text x={percent(at * width)} y={height + 14} className="fill-ink-soft text-[0.6875rem]">
              {yearFits(columns, at) ? column.key.slice(0, 4) : ""}
            </text>
          )}
        </g>
      ))}
      <line x1="0" x2="100%" y1={height} y2={height} className="stroke-line-strong" />
    </svg>
  );
}

/** The first year is left out where the next begins too soon after it: on a narrow screen a name takes an eighth of the width. */
const yearFits = (columns: readonly MonthColumn[], at: number): boolean => at > 0 || !columns.slice(1, 1 + Math.max(3, Math.ceil(columns.length / 8))).some(({ key }) => key.endsWith("-01"));

function stacked(parts: readonly ColumnPart[], scale: number, height: number): { pattern: BandPattern; y: number; size: number }[] {
  let y = height;
  return parts.filter(({ count }) => count > 0).map(({ pattern, count }) => {
    const size = Math.max(1, count * scale);
    y -= size;
    return { pattern, y, size };
  });
}
