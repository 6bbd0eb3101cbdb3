import type { Cell } from "@/lib/exports/domain";
import { csvText } from "@/lib/server/csv-text";
import type { HistoryRow } from "./domain";
import type { BoardHistoryEdition } from "./queries";

/** The columns of the file of a board's months, in order: part of the product's outside. */
export const historyColumns = ["code", "title", "kind", "month", "as_of", "state", "timeliness", "overlays", "decision", "dates", "known_at", "rule_version"] as const;

/** The months of a board as CSV text (RFC 4180), header first, one row for each duty and month, a duty at a time. */
export function* historyCsv({ rows, knownAt, ruleVersion }: Pick<BoardHistoryEdition, "rows" | "knownAt" | "ruleVersion">): Generator<string> {
  yield csvText([historyColumns]);
  for (const row of rows) yield csvText(cellsOf(row, { knownAt, ruleVersion }));
}

function cellsOf({ code, title, kind, cells }: HistoryRow, { knownAt, ruleVersion }: Pick<BoardHistoryEdition, "knownAt" | "ruleVersion">): Cell[][] {
  return cells.flatMap((cell): Cell[][] => {
    if (!cell) return [];
    const dates = cell.marks.map((mark) => `${mark.on} ${mark.kind}`).join(";");
    return [[code, title, kind, cell.month, cell.on, cell.state, cell.timeliness, cell.overlays.join(";"), cell.decision, dates, knownAt, ruleVersion]];
  });
}
