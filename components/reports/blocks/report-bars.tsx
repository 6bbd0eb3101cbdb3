import { percent } from "@/components/ui/percent";
import type { BarsBlock } from "@/lib/reports/domain/document";
import { barLengths } from "@/lib/reports/drawing/domain/bars";
import { FigureText } from "./figure-text";

/** Bars on one scale, each with its number. Those of several counters are outlines with room between them, and have no sum. */
export function ReportBars({ block }: { block: BarsBlock }) {
  if (block.items.length === 0) return null;
  const lengths = barLengths(block.items);
  return (
    <figure>
      <figcaption className="mb-2 text-sm text-ink-soft">{block.caption}</figcaption>
      <ul className={block.isApart ? "grid gap-4" : "grid gap-2"}>
        {block.items.map(({ label, figure }, index) => (
          <li key={label} className="grid break-inside-avoid gap-x-3 gap-y-1 text-sm sm:grid-cols-[14rem_1fr]">
            <span className="text-ink">{label}</span>
            <span>
              <span aria-hidden="true" className="mb-0.5 block h-3 w-full border-l border-line-strong">
                <span className={block.isApart ? "block h-full border border-accent bg-surface" : "block h-full bg-accent"} style={{ width: percent(lengths[index] ?? 0), borderWidth: (lengths[index] ?? 0) === 0 ? 0 : undefined }} />
              </span>
              <FigureText figure={figure} />
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}
