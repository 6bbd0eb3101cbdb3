import { TextLink } from "@/components/ui/text-link";
import type { Cell } from "@/lib/reports/domain/document";
import { isFigure } from "@/lib/reports/domain/figure";
import { FigureText } from "./figure-text";

/** What stands in a cell of a report: words, a link, or a figure. */
export function CellText({ cell }: { cell: Cell }) {
  if (cell === null) return null;
  if (typeof cell === "string") return <span className="break-words">{cell}</span>;
  if (isFigure(cell)) return <FigureText figure={cell} />;
  return (
    <TextLink href={cell.href} className="whitespace-nowrap">
      {cell.text}
    </TextLink>
  );
}
