import { dayInWords } from "@/components/ui/date-text";
import { type GridNote, type GridRow, type GridSaying, HeatGrid } from "@/components/ui/heat-grid";
import { LegendList, Picture } from "@/components/ui/picture";
import { complianceStateLabel } from "@/lib/codelists/compliance-state";
import { overlayLabel } from "@/lib/codelists/overlay";
import { timelinessLabel } from "@/lib/codelists/timeliness";
import type { StripMarkKind } from "@/lib/compliance/domain/strip-marks";
import type { BoardHistory as History, HistoryCell, HistoryRow } from "@/lib/compliance/history/domain";
import { type BoardMoment, momentHref, obligationHref } from "../board-address";
import { StateLegend } from "../state-legend";
import { stateLook } from "../state-look";
import { BoardHistoryTable } from "./board-history-table";
import { letterMeaning, letterOf, lettersOf } from "./date-letters";

type BoardHistoryProps = { history: History; moment: BoardMoment; agreement: string | undefined };

/** Every duty month by month on one picture; each cell leads to the board of its day. */
export function BoardHistory({ history: { months, rows }, moment, agreement }: BoardHistoryProps) {
  const sayings = sayingsOf(rows);
  const columns = months.map(({ month, on }) => ({ key: month, year: month.slice(0, 4), initial: "JFMAMJJASOND".charAt(Number(month.slice(5)) - 1), on, onText: dayInWords(on) }));
  const gridRows = rows.map((row) => gridRow(row, { sayings: sayings.map(({ key }) => key), moment }));
  const kinds = [...new Set(rows.flatMap(({ marks }) => marks.map(({ kind }) => kind)))];
  const met = new Set(rows.flatMap(({ runs }) => runs.map(({ state }) => state)));
  const legend = (
    <div className="space-y-2">
      <StateLegend label="Shapes in this picture" states={met} />
      <LegendList label="Letters below the months" items={kinds.map((kind: StripMarkKind) => ({ key: kind, sign: letterOf[kind], word: letterMeaning[kind] }))} />
    </div>
  );
  return (
    <Picture isLong legend={legend} tableTitle="The same as a table, where a state changed" table={<BoardHistoryTable rows={rows} moment={moment} agreement={agreement} />}>
      <HeatGrid
        label={`State of ${rows.length} duties over ${months.length} months`}
        columns={columns}
        rows={gridRows}
        sayings={sayings.map(({ saying }) => saying)}
        hrefPattern={`${momentHref("/board", { ...moment, asOf: "{on}" }, agreement).replace("%7Bon%7D", "{on}")}#{row}`}
      />
    </Picture>
  );
}

function standingText({ state, timeliness, overlays, decision }: HistoryCell): string {
  const decided = decision === null || decision === "DEFER" ? [] : [decision === "ACCEPT" ? "accepted by reviewers" : "decided by reviewers"];
  return [complianceStateLabel(state), ...(timeliness === null ? [] : [timelinessLabel(timeliness)]), ...overlays.map(overlayLabel), ...decided].join("; ");
}

/** Each different thing that a cell says, once. */
function sayingsOf(rows: readonly HistoryRow[]): { key: string; saying: GridSaying }[] {
  const byKey = new Map<string, GridSaying>();
  for (const cell of rows.flatMap(({ cells }) => cells)) {
    if (!cell) continue;
    const text = standingText(cell);
    const { shape, tone } = stateLook[cell.state];
    byKey.set(text, { shape, tone, text });
  }
  return [...byKey.entries()].map(([key, saying]) => ({ key, saying }));
}

function gridRow({ code, title, cells }: HistoryRow, { sayings, moment }: { sayings: readonly string[]; moment: BoardMoment }): GridRow {
  const notes: Record<number, GridNote> = {};
  for (const [index, cell] of cells.entries()) {
    if (!cell || cell.marks.length === 0) continue;
    const letters = lettersOf(cell.marks);
    notes[index] = { letters: letters.length > 2 ? `${letters[0] ?? ""}+` : letters.join(""), text: cell.marks.map((mark) => `${dayInWords(mark.on)}: ${mark.text}`).join(". ") };
  }
  return { key: code, label: title, href: obligationHref(code, moment), cells: cells.map((cell) => (cell ? sayings.indexOf(standingText(cell)) : null)), notes };
}
