import { stateLook } from "@/components/compliance/state-look";
import { percent } from "@/components/ui/percent";
import { ShapeMark } from "@/components/ui/shape-mark";
import { type ComplianceState, complianceStateLabel } from "@/lib/codelists/compliance-state";
import type { MonthsBlock } from "@/lib/reports/domain/document";
import { monthsShown, runInWords, runsOf } from "@/lib/reports/drawing/domain/months";

const shapeOf = (state: string) => stateLook[state as ComplianceState].shape;

/** The months of each duty as runs: a shape and, where there is room, a word; the list below has them all. */
export function ReportMonths({ block }: { block: MonthsBlock }) {
  const rows = block.rows.filter(({ months }) => months.length > 0);
  const shown = monthsShown(block);
  if (rows.length === 0) return <p className="text-sm text-ink-soft">The period holds no end of a month after the duty began.</p>;
  return (
    <figure>
      <figcaption className="mb-2 text-sm text-ink-soft">
        {block.caption}. From {shown[0]} to {shown.at(-1)}.
      </figcaption>
      <div className="grid grid-cols-1 gap-1">
        {rows.map(({ label, months }) => (
          <div key={label} className="grid grid-cols-[6rem_minmax(0,1fr)] items-center gap-2 text-xs">
            <span className="text-ink">{label}</span>
            <span aria-hidden="true" className="flex h-5 min-w-0" style={{ paddingLeft: percent(Math.max(0, shown.indexOf(months[0]?.on.slice(0, 7) ?? "")) / shown.length) }}>
              {runsOf(months).map((run) => (
                <span key={run.from} title={runInWords(run)} style={{ flexGrow: run.months, flexBasis: 0 }} className="flex min-w-0 items-center gap-1 overflow-hidden border border-l-0 border-line-strong bg-sunken px-0.5 whitespace-nowrap text-ink first:border-l">
                  <ShapeMark shape={shapeOf(run.state)} />
                  <span className="truncate">{complianceStateLabel(run.state)}</span>
                </span>
              ))}
            </span>
          </div>
        ))}
      </div>
      <details className="mt-3 text-sm">
        <summary className="cursor-pointer text-accent-ink">The same in words</summary>
        <dl className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-[8rem_1fr]">
          {rows.map(({ label, months }) => (
            <div key={label} className="contents">
              <dt className="text-ink-soft">{label}</dt>
              <dd>{runsOf(months).map(runInWords).join("; ")}</dd>
            </div>
          ))}
        </dl>
      </details>
    </figure>
  );
}
