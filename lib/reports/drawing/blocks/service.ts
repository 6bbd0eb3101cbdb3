import type { Content, TableCell } from "pdfmake/interfaces";
import type { RegionMap } from "@/lib/map/domain/district";
import { boundaryNotice, mapAttribution } from "@/lib/map/domain/district";
import type { Block, Cell, TableBlock } from "../../domain/document";
import { amountInWords, basisInWords, figureInWords, isFigure } from "../../domain/figure";
import { drawBars } from "../domain/bars";
import { drawMap, pointsIn } from "../domain/map";
import { drawMonths, runInWords, runsOf } from "../domain/months";

/** What the drawing of a block needs beside the block. */
export type Canvas = { readonly width: number; readonly map: RegionMap };

/** A cell on paper. A figure stands over what belongs to it; an address is written nowhere, for paper leads to none. */
export function cellContent(cell: Cell): TableCell {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  if (isFigure(cell)) return { stack: [{ text: amountInWords(cell), bold: true }, { text: basisInWords(cell), style: "basis" }] };
  return cell.text;
}

const factRows = (items: readonly { readonly term: string; readonly value: Cell }[]): TableCell[][] => items.map(({ term, value }) => [{ text: term, style: "soft" }, cellContent(value)]);

/** Terms and what they are, as two columns without lines. */
export const factsContent = (items: readonly { readonly term: string; readonly value: Cell }[]): Content => ({ table: { widths: [170, "*"], body: factRows(items) }, layout: "noBorders", margin: [0, 2, 0, 6] });

/** Columns of few signs are as wide as they need; the others share what is left. */
function widthsOf({ columns, rows }: TableBlock): (string | number)[] {
  const longest = columns.map((column, index) => Math.max(column.label.length, ...rows.map((row) => textLength(row[index] ?? null))));
  return longest.map((length, index) => (columns[index]?.kind === "FIGURE" ? 96 : length <= 14 ? "auto" : "*"));
}

const textLength = (cell: Cell): number => (cell === null ? 0 : typeof cell === "string" ? cell.length : isFigure(cell) ? 20 : cell.text.length);

function tableContent(block: TableBlock): Content {
  if (block.rows.length === 0) return { text: block.whenEmpty, style: "soft", margin: [0, 2, 0, 6] };
  const head = block.columns.map(({ label }): TableCell => ({ text: label, bold: true }));
  return [
    { text: block.caption, style: "caption" },
    { table: { headerRows: 1, widths: widthsOf(block), body: [head, ...block.rows.map((row) => row.map(cellContent))] }, layout: "report", margin: [0, 0, 0, 8] },
  ];
}

/** A block as it stands on paper. */
export function blockContent(block: Block, canvas: Canvas): Content {
  switch (block.type) {
    case "TEXT":
      return { text: block.text, margin: [0, 2, 0, 6] };
    case "NOTICE":
      return { stack: [{ text: block.title, bold: true }, block.text], style: "notice" };
    case "HEADING":
      return { text: block.text, style: "subheading" };
    case "FACTS":
      return factsContent(block.items);
    case "LIST":
      return { ul: [...block.items], margin: [0, 2, 0, 6] };
    case "TABLE":
      return tableContent(block);
    case "BARS":
      return block.items.length === 0 ? [] : [{ text: block.caption, style: "caption" }, { svg: drawBars(block, canvas.width), margin: [0, 0, 0, 8] }];
    case "MONTHS":
      return monthsContent(block, canvas);
    case "MAP":
      return mapContent(block, canvas);
  }
}

function monthsContent(block: Extract<Block, { type: "MONTHS" }>, { width }: Canvas): Content {
  const rows = block.rows.filter(({ months }) => months.length > 0);
  if (rows.length === 0) return { text: "The period holds no end of a month after the duty began.", style: "soft" };
  return [
    { text: block.caption, style: "caption" },
    { svg: drawMonths({ ...block, rows }, width), margin: [0, 0, 0, 4] },
    factsContent(rows.map(({ label, months }) => ({ term: label, value: runsOf(months).map(runInWords).join("; ") }))),
  ];
}

function mapContent(block: Extract<Block, { type: "MAP" }>, { map }: Canvas): Content {
  const { outside } = pointsIn(map, block.points);
  const beyond = outside.length === 0 ? [] : [{ text: `Outside the drawing: ${outside.map(({ reference }) => reference).join(", ")}.`, style: "soft" }];
  return [
    { text: block.caption, style: "caption" },
    { svg: drawMap(block, map), width: 400 },
    { text: `${mapAttribution}. ${boundaryNotice}`, style: "basis" },
    ...beyond,
    factsContent([...block.districts.map(({ label, figure }) => ({ term: label, value: figureInWords(figure) })), { term: "Not shown", value: block.notShown }]),
  ];
}
