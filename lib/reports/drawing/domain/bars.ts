import type { BarsBlock } from "../../domain/document";
import { amountInWords, basisInWords } from "../../domain/figure";
import { drawing, label, paper, shape } from "./svg";

const rowHeight = 15;
const labelWidth = 220;
const barWidth = 230;

/** As many signs as fit before the bars. */
const mostSigns = 46;
const shortened = (text: string): string => (text.length > mostSigns ? `${text.slice(0, mostSigns - 1)}…` : text);

/** The longest bar for the greatest value; nothing has no bar. */
export const barLengths = (items: BarsBlock["items"]): number[] => {
  const greatest = Math.max(1, ...items.map(({ figure }) => figure.value));
  return items.map(({ figure }) => figure.value / greatest);
};

/** Bars on one scale, each with its number and all that belongs to it. Bars of several counters have a gap between them and no sum. */
export function drawBars({ items, isApart }: BarsBlock, width: number): string {
  const height = rowHeight + (isApart ? 5 : 0);
  const lengths = barLengths(items);
  const shapes = items.flatMap(({ label: name, figure }, index) => {
    const y = index * height;
    const length = (lengths[index] ?? 0) * barWidth;
    return [
      label(shortened(name), { x: 0, y: y + 10 }),
      shape("line", { x1: labelWidth, y1: y, x2: labelWidth, y2: y + rowHeight, stroke: paper.line, "stroke-width": 0.5 }),
      ...(length > 0 ? [shape("rect", { x: labelWidth, y: y + 3, width: Math.max(1, length), height: rowHeight - 6, fill: isApart ? paper.ground : paper.bar, stroke: paper.bar, "stroke-width": 0.75 })] : []),
      label(`${amountInWords(figure)} · ${basisInWords(figure)}`, { x: labelWidth + length + 5, y: y + 10, fill: paper.soft }),
    ];
  });
  return drawing({ width, height: Math.max(1, items.length) * height }, shapes);
}
