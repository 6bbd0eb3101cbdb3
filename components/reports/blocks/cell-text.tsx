import { TextLink } from "@/components/ui/text-link";
import type { Cell } from "@/lib/reports/domain/document";
import { isFigure } from "@/lib/reports/domain/figure";
import { FigureText } from "./figure-text";

const isDay = /^\d{4}-\d{2}-\d{2}$/;

/** What stands in a cell of a report: words, a link, or a figure. */
export function CellText({ cell }: { cell: Cell }) {
  if (cell === null) return null;
  if (typeof cell === "string") return <span className={isDay.test(cell) ? "whitespace-nowrap" : "break-words"}>{cell}</span>;
  if (isFigure(cell)) return <FigureText figure={cell} />;
  return (
    <TextLink href={cell.href} className="whitespace-nowrap">
      {cell.text}
    </TextLink>
  );
}
