import { Card } from "@/components/ui/card";
import { dayInWords } from "@/components/ui/date-text";
import { wrapped } from "@/lib/agreements/graph/domain/graph";
import type { ComparedTruce } from "@/lib/agreements/truces/domain/comparison";
import { elapsedDays, elapsedInWords } from "@/lib/agreements/truces/domain/elapsed";
import { type LogAxis, logAxis } from "@/lib/agreements/truces/domain/log-axis";
import type { Voice } from "@/lib/agreements/truces/domain/truce";
import { type Frame, TimeAxis, xOf } from "./axis";
import { Mark, MarkLegend, type MarkKind } from "./mark";

const rowHeight = 46;
const left = 250;
const width = 640;

/** Each truce on a line of its own from the moment it took force: what was reported, verified, and when it ended. */
export function TruceChart({ truces, reporters }: { truces: readonly ComparedTruce[]; reporters: readonly Voice[] }) {
  const axis = logAxis(Math.max(1, ...truces.flatMap(timesOf)));
  const frame: Frame = { left, width, top: 8, bottom: 8 + truces.length * rowHeight };
  const label = "Time from the start of each truce to what became of it";
  return (
    <Card title="What became of each truce" lead="Time since it took force, on an axis of ratios, so that minutes, days and years all have room. Exact values stand in the table.">
      <div className="overflow-x-auto" role="group" aria-label={label} tabIndex={0}>
        <svg width={left + width + 40} height={frame.bottom + 24} role="img" aria-label={`${label}. The table below holds the same.`} className="max-w-none text-ink">
          <TimeAxis axis={axis} frame={frame} />
          {truces.map((truce, index) => (
            <TruceRow key={truce.code} truce={truce} axis={axis} frame={frame} y={frame.top + index * rowHeight + rowHeight / 2} />
          ))}
        </svg>
      </div>
      <MarkLegend kinds={(["REPORTED", "VERIFIED", "ENDED", "FOLLOWED"] as const).filter((kind) => truces.some((truce) => marksOf(truce).some((mark) => mark.kind === kind)))} />
      {reporters.length > 0 && <p className="mt-1 text-sm text-ink-soft">Letters above a mark say who reported it: {reporters.map((voice) => `${voice.side} ${voice.sideName}`).join("; ")}. A thick line is a span in which it came.</p>}
    </Card>
  );
}

type Placed = { readonly kind: MarkKind; readonly minutes: number; readonly letters: string; readonly text: string };

const followedMinutes = (truce: ComparedTruce): number => elapsedDays(truce.start, truce.followedUntil).counted;
const timesOf = (truce: ComparedTruce): number[] => marksOf(truce).map((mark) => mark.minutes);

/** The marks of a truce; reports at the same time share one, with all their letters. */
function marksOf(truce: ComparedTruce): Placed[] {
  const times = [...new Set(truce.reports.map((report) => report.elapsed.counted))];
  const reports = times.map((minutes): Placed => {
    const here = truce.reports.filter((report) => report.elapsed.counted === minutes);
    const [first] = here;
    return { kind: "REPORTED", minutes, letters: here.map((report) => report.allegedBy[0]?.side).join(" "), text: `${first ? elapsedInWords(first.elapsed) : ""}: first reported by ${here.map((report) => report.allegedBy[0]?.sideName).join("; ")}` };
  });
  const verified: Placed[] = truce.verified ? [{ kind: "VERIFIED", minutes: truce.verified.elapsed.counted, letters: "", text: `${elapsedInWords(truce.verified.elapsed)}: first verified` }] : [];
  const ended: Placed[] = truce.end ? [{ kind: "ENDED", minutes: truce.end.elapsed.counted, letters: "", text: `${elapsedInWords(truce.end.elapsed)}: end on record` }] : [];
  const followed: Placed[] = truce.end || truce.reported.kind === "EXCLUDED" ? [] : [{ kind: "FOLLOWED", minutes: followedMinutes(truce), letters: "", text: `followed until ${dayInWords(truce.followedUntil)}` }];
  return [...ended, ...followed, ...reports, ...verified];
}

function TruceRow({ truce, axis, frame, y }: { truce: ComparedTruce; axis: LogAxis; frame: Frame; y: number }) {
  const marks = marksOf(truce);
  const [title] = wrapped(truce.title, { width: 36, lines: 1 });
  const isLeftOut = truce.reported.kind === "EXCLUDED";
  return (
    <g>
      <text x={0} y={y - 5} className="fill-ink text-[12px] font-medium">
        {title}
      </text>
      <text x={0} y={y + 10} className="fill-ink-soft text-[11px]">
        {dayInWords(truce.signedOn)}
        {isLeftOut && " · left out of the curves"}
      </text>
      <path d={`M${frame.left} ${y}H${xOf(axis, frame, Math.max(1, ...marks.map((mark) => mark.minutes)))}`} strokeDasharray={isLeftOut ? "2 4" : undefined} className="stroke-line-strong" />
      {truce.reports
        .filter((report) => report.elapsed.unit === "MINUTE" && report.elapsed.low < report.elapsed.high)
        .map((report) => (
          <path key={report.elapsed.high} d={`M${xOf(axis, frame, report.elapsed.low)} ${y}H${xOf(axis, frame, report.elapsed.high)}`} strokeWidth="5" className="stroke-line-control" />
        ))}
      {marks.map((mark) => (
        <g key={`${mark.kind}-${mark.minutes}`}>
          <title>{mark.text}</title>
          <Mark kind={mark.kind} x={xOf(axis, frame, mark.minutes)} y={y} />
          <text x={xOf(axis, frame, mark.minutes) - 7} y={y - 11} className="fill-ink text-[10px] font-semibold">
            {mark.letters}
          </text>
        </g>
      ))}
    </g>
  );
}
