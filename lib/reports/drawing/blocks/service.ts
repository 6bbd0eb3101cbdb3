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
  if (typeof cell === "string") return breaksAnywhere.test(cell) ? { text: cell, wordBreak: "break-all" } : cell;
  if (isFigure(cell)) return { stack: [{ text: amountInWords(cell), bold: true }, { text: basisInWords(cell), style: "basis" }] };
  return cell.text;
}

const factRows = (items: readonly { readonly term: string; readonly value: Cell }[]): TableCell[][] => items.map(({ term, value }) => [{ text: term, style: "soft" }, cellContent(value)]);

/** Terms and what they are, as two columns without lines. */
export const factsContent = (items: readonly { readonly term: string; readonly value: Cell }[]): Content => ({ table: { widths: [170, "*"], body: factRows(items) }, layout: "noBorders", margin: [0, 2, 0, 6] });

const figureWidth = 100;
const signWidth = 4.9;
const boldSignWidth = 6;
/** An address, or a word that no column holds: it may be broken anywhere. */
const breaksAnywhere = /:\/\/|\S{36,}/;

const textOf = (cell: Cell): string => (cell === null ? "" : typeof cell === "string" ? cell : isFigure(cell) ? amountInWords(cell) : cell.text);

/** Columns of few signs are as wide as they need; the others share what is left by how much they have to say. */
function widthsOf({ columns, rows }: TableBlock, width: number): number[] {
  const lengths = columns.map((_, index) => rows.map((row) => textOf(row[index] ?? null).length));
  const fixed = columns.map(({ kind, label }, index) => {
    const longest = Math.max(...(lengths[index] ?? [0]));
    return kind === "FIGURE" ? figureWidth : longest <= 14 ? Math.max(longest * signWidth, label.length * boldSignWidth) + 4 : undefined;
  });
  const weights = lengths.map((all, index) => (fixed[index] === undefined ? Math.max(4, Math.sqrt(all.reduce((sum, length) => sum + length, 0) / all.length)) : 0));
  // Each column has three points of room on either side.
  const left = width - columns.length * 6 - fixed.reduce<number>((sum, own) => sum + (own ?? 0), 0);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return columns.map((_, index) => fixed[index] ?? (left * (weights[index] ?? 0)) / all);
}

function tableContent(block: TableBlock, { width }: Canvas): Content {
  if (block.rows.length === 0) return { text: block.whenEmpty, style: "soft", margin: [0, 2, 0, 6] };
  const head = block.columns.map(({ label }): TableCell => ({ text: label, bold: true }));
  return [
    { text: block.caption, style: "caption" },
    { table: { headerRows: 1, dontBreakRows: true, widths: widthsOf(block, width), body: [head, ...block.rows.map((row) => row.map(cellContent))] }, layout: "report", margin: [0, 0, 0, 8] },
  ];
}

/** A picture stays with the words above and below it. */
const captioned = (caption: string, ...parts: Content[]): Content => ({ stack: [{ text: caption, style: "caption" }, ...parts], unbreakable: true });

/** A block as it stands on paper. */
export function blockContent(block: Block, canvas: Canvas): Content {
  switch (block.type) {
    case "TEXT":
      return { text: block.text, margin: [0, 2, 0, 6] };
    case "HEADING":
      return { text: block.text, style: "subheading", headlineLevel: 2 };
    case "FACTS":
      return factsContent(block.items);
    case "LIST":
      return { ul: [...block.items], margin: [0, 2, 0, 6] };
    case "TABLE":
      return tableContent(block, canvas);
    case "BARS":
      return barsContent(block, canvas);
    case "MONTHS":
      return monthsContent(block, canvas);
    case "MAP":
      return mapContent(block, canvas);
  }
}

const barsContent = (block: Extract<Block, { type: "BARS" }>, { width }: Canvas): Content =>
  block.items.length === 0 ? [] : captioned(block.caption, { svg: drawBars(block, width), margin: [0, 0, 0, 8] });

function monthsContent(block: Extract<Block, { type: "MONTHS" }>, { width }: Canvas): Content {
  const rows = block.rows.filter(({ months }) => months.length > 0);
  if (rows.length === 0) return { text: "The period holds no end of a month after the duty began.", style: "soft" };
  return [
    captioned(block.caption, { svg: drawMonths({ ...block, rows }, width), margin: [0, 0, 0, 4] }),
    factsContent(rows.map(({ label, months }) => ({ term: label, value: runsOf(months).map(runInWords).join("; ") }))),
  ];
}

function mapContent(block: Extract<Block, { type: "MAP" }>, { map }: Canvas): Content {
  const { outside } = pointsIn(map, block.points);
  const beyond = outside.length === 0 ? [] : [{ text: `Outside the drawing: ${outside.map(({ reference }) => reference).join(", ")}.`, style: "soft" }];
  return [
    captioned(block.caption, { svg: drawMap(block, map), width: 380 }, { text: `${mapAttribution}. ${boundaryNotice}`, style: "basis" }),
    ...beyond,
    factsContent([...block.districts.map(({ label, figure }) => ({ term: label, value: figureInWords(figure) })), { term: "Not shown", value: block.notShown }]),
  ];
}
