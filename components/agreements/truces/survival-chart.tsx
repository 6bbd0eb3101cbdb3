import { Card } from "@/components/ui/card";
import { minutesInWords } from "@/lib/agreements/truces/domain/elapsed";
import type { Comparison, Timed } from "@/lib/agreements/truces/domain/comparison";
import { type LogAxis, logAxis } from "@/lib/agreements/truces/domain/log-axis";
import type { SurvivalCurve } from "@/lib/agreements/truces/domain/survival";
import { type Frame, TimeAxis, xOf } from "./axis";
import { SurvivalTable } from "./survival-table";

const frame: Frame = { left: 56, width: 760, top: 12, bottom: 252 };
const yOf = (share: number): number => frame.bottom - share * (frame.bottom - frame.top);
const curveNames: Record<Timed, string> = { REPORTED: "No violation reported yet", VERIFIED: "No violation verified yet" };
const dashes: Record<Timed, string | undefined> = { REPORTED: undefined, VERIFIED: "7 4" };
const kinds: readonly Timed[] = ["REPORTED", "VERIFIED"];

/** The share of truces without a reported, and without a verified violation, over time; the median, and where a truce left observation. */
export function SurvivalChart({ curves, reportedBy }: { curves: Comparison["curves"]; reportedBy: string }) {
  const axis = logAxis(Math.max(1, ...kinds.flatMap((kind) => curves[kind].steps.map((step) => step.minutes))));
  const label = "Share of truces without a violation over time";
  return (
    <Card
      title="How long until a violation was reported, and verified"
      lead={`The product-limit estimate (Kaplan and Meier, 1958). A first report counts ${reportedBy}. A truce that was followed for a while without one leaves the count after its last day and lowers nothing.`}
    >
      <div className="overflow-x-auto" role="group" aria-label={label} tabIndex={0}>
        <svg width={frame.left + frame.width + 40} height={frame.bottom + 24} role="img" aria-label={`${label}. The tables below hold the same.`} className="max-w-none text-ink">
          <TimeAxis axis={axis} frame={frame} />
          {[0, 0.25, 0.5, 0.75, 1].map((share) => (
            <g key={share}>
              <path d={`M${frame.left} ${yOf(share)}h${frame.width}`} strokeDasharray={share === 0.5 ? "2 3" : undefined} className={share === 0.5 ? "stroke-line-strong" : "stroke-line"} />
              <text x={frame.left - 8} y={yOf(share) + 4} textAnchor="end" className="fill-ink-soft text-[11px] tabular-nums">
                {share * 100}%
              </text>
            </g>
          ))}
          {kinds.map((kind) => (
            <CurveLine key={kind} curve={curves[kind]} dash={dashes[kind]} axis={axis} />
          ))}
        </svg>
      </div>
      <ul aria-label="Lines" className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {kinds.map((kind) => (
          <li key={kind} className="flex flex-wrap items-center gap-2">
            <svg width="44" height="8" aria-hidden="true" focusable="false">
              <path d="M0 4h44" strokeWidth="2" strokeDasharray={dashes[kind]} className="stroke-ink" />
            </svg>
            {curveNames[kind]}: median <span className="font-semibold">{curves[kind].medianMinutes === null ? "not reached" : minutesInWords(curves[kind].medianMinutes)}</span>
          </li>
        ))}
        <li className="text-ink-soft">An upright stroke on a line: a truce that left observation there.</li>
      </ul>
      <p className="mt-2 max-w-prose text-sm text-ink-soft">
        Few truces, and several of them steps of one negotiation: this is a summary of what is on record and no sample. Where one truce is left at risk, a single record moves the whole line.
      </p>
      <div className="mt-3 grid gap-3 lg:grid-cols-2">
        {kinds.map((kind) => (
          <SurvivalTable key={kind} caption={curveNames[kind]} curve={curves[kind]} />
        ))}
      </div>
    </Card>
  );
}

function CurveLine({ curve, dash, axis }: { curve: SurvivalCurve; dash: string | undefined; axis: LogAxis }) {
  const steps = curve.steps.map((step) => `H${xOf(axis, frame, step.minutes)}V${yOf(step.survival)}`).join("");
  return (
    <g>
      <path d={`M${frame.left} ${yOf(1)}${steps}`} fill="none" strokeWidth="2" strokeDasharray={dash} className="stroke-ink" />
      {curve.steps
        .filter((step) => step.censored > 0)
        .map((step) => (
          <path key={step.minutes} d={`M${xOf(axis, frame, step.minutes)} ${yOf(step.survival) - 6}v12`} strokeWidth="2" className="stroke-ink" />
        ))}
    </g>
  );
}
