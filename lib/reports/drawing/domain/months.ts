import { complianceStateLabel } from "@/lib/codelists/compliance-state";
import type { MonthsBlock } from "../../domain/document";
import { drawing, label, paper, shape } from "./svg";

type Month = MonthsBlock["rows"][number]["months"][number];
/** Months in a row in which a duty stood alike. */
export type Run = { readonly state: string; readonly from: string; readonly to: string; readonly months: number };

/** A row of months as runs. */
export function runsOf(months: readonly Month[]): Run[] {
  const runs: Run[] = [];
  for (const { on, state } of months) {
    const last = runs.at(-1);
    if (last?.state === state) runs[runs.length - 1] = { ...last, to: on, months: last.months + 1 };
    else runs.push({ state, from: on, to: on, months: 1 });
  }
  return runs;
}

/** The months that any row of a picture has, in order: rows may begin later than others. */
export const monthsShown = ({ rows }: MonthsBlock): string[] => [...new Set(rows.flatMap(({ months }) => months.map(({ on }) => on.slice(0, 7))))].sort();

/** A row in words: each state with its months. */
export const runInWords = ({ state, from, to }: Run): string => `${from.slice(0, 7)}${from === to ? "" : ` to ${to.slice(0, 7)}`}: ${complianceStateLabel(state)}`;

const shades: Readonly<Record<string, string>> = {
  I3_FULL: "#bcccdc", I2_INTERMEDIATE: "#d9e2ec", I1_MINIMAL: "#e9eef3", I0_NOT_INITIATED: "#ffffff", C_HOLDING: "#bcccdc", C_STRAINED: "#e9eef3", C_BREACHED: "#829ab1", C_COLLAPSED: "#627d98", NOT_ASSESSED: "#ffffff",
};

const labelWidth = 90;
const rowHeight = 14;
/** A run bears its word where there is room for it: about this much for each sign. */
const signWidth = 4;

/** The months of each duty as runs, each with its word where it fits; the list beside it has them all. */
export function drawMonths(block: MonthsBlock, width: number): string {
  const months = monthsShown(block);
  const step = (width - labelWidth) / Math.max(1, months.length);
  const placeOf = (on: string): number => labelWidth + Math.max(0, months.indexOf(on.slice(0, 7))) * step;
  const years = months.flatMap((month) => (month.endsWith("-01") || month === months[0] ? [label(month.endsWith("-01") ? month.slice(0, 4) : month, { x: placeOf(month), y: 8, fill: paper.soft, "font-size": 6.5 })] : []));
  const rows = block.rows.flatMap(({ label: name, months: own }, index) => {
    const y = 12 + index * rowHeight;
    const runs = runsOf(own).flatMap((run) => {
      const [x, length] = [placeOf(run.from), run.months * step];
      const word = complianceStateLabel(run.state);
      const cell = shape("rect", { x, y: y + 1, width: Math.max(0.5, length), height: rowHeight - 2, fill: shades[run.state] ?? paper.ground, stroke: paper.line, "stroke-width": 0.5, ...(run.state === "NOT_ASSESSED" ? { "stroke-dasharray": "2 2" } : {}) });
      return word.length * signWidth < length ? [cell, label(word, { x: x + 2, y: y + 9.5, "font-size": 6.5, fill: run.state === "C_COLLAPSED" || run.state === "C_BREACHED" ? "#ffffff" : paper.ink })] : [cell];
    });
    return [label(name, { x: 0, y: y + 9.5 }), ...runs];
  });
  return drawing({ width, height: 14 + Math.max(1, block.rows.length) * rowHeight }, [...years, ...rows]);
}
