import type { Content } from "../../domain/incident";
import type { ImportPlan } from "../../domain/plan";
import { finding, resultOf, shown, type ReasonCode } from "../../domain/reason";
import { columnIndex, openRecord } from "../../domain/record";
import type { Repetition } from "../../domain/seen";
import type { ImportRow, RowReason, RowResult } from "../../domain/row";
import type { Run } from "../../domain/run";
import { formats } from "../../formats/domain";
import type { RawRecord } from "../csv/domain";

/** What is made of records as they are cut out of the file: the same for all of a run. */
export type RowMaker = { readonly contentOf: (raw: RawRecord) => Content; readonly cellsOf: (raw: RawRecord) => Record<string, string> };

const shownCell = 2000;
const messages: Partial<Record<string, string>> = {
  unclosed_quote: "A quote is opened here and never closed; the record can't be told from those after it.",
  malformed_quote: "A quote is closed amid a cell; double it where it belongs to the text.",
  record_too_long: "The record is longer than any record may be.",
  malformed_json: "The feature can't be read as JSON.",
  malformed_xml: "The sheet breaks off here: what follows can't be read.",
  not_a_feature: "This is no feature of GeoJSON.",
  nesting_too_deep: "The feature is nested deeper than any geometry.",
};

/** Why a record could not be cut out of the file, in words. */
export const faultMessage = (code: ReasonCode): string => messages[code] ?? code;

const refusedAs = (reason: RowReason): Content => ({ incident: null, externalId: null, reasons: [reason] });

export function rowMaker(run: Run): RowMaker {
  const { headers, map, format, container } = run.plan;
  const index = columnIndex(headers, map);
  const { content } = formats[format];
  return {
    contentOf(raw) {
      const why = whyNotRead(raw, run.plan);
      return why ? refusedAs(why) : content(openRecord(index, raw.cells), run);
    },
    cellsOf({ cells, fault }) {
      const kept: Record<string, string> = {};
      const [first = "record"] = headers;
      if (fault) kept[first] = fault.raw;
      else for (let at = 0; at < headers.length; at += 1) kept[headers[at] ?? ""] = cut(cells[at] ?? "");
      if (cells.length > headers.length && container === "csv") kept["(more)"] = cut(cells.slice(headers.length).join(", "));
      return kept;
    },
  };
}

const cut = (text: string): string => (text.length > shownCell ? text.slice(0, shownCell) : text);

/** Why a record has no cells to speak of, or more or fewer than the header has columns. Nothing is shifted into other columns. */
function whyNotRead({ cells, fault }: RawRecord, { headers, container }: ImportPlan): RowReason | undefined {
  if (fault) return { ...finding(fault.code, faultMessage(fault.code)), column: null, value: shown(fault.raw) };
  if (cells.length === headers.length || (cells.length < headers.length && container !== "csv")) return undefined;
  const isShort = cells.length < headers.length;
  if (!isShort && container === "xlsx" && cells.slice(headers.length).every((cell) => cell === "")) return undefined;
  const message = `The record has ${cells.length} cells; the header has ${headers.length}.`;
  return { ...finding(isShort ? "too_few_fields" : "too_many_fields", message), column: null, value: shown(cells.join(" | ")) };
}

const told: Record<Repetition, string> = {
  exact_duplicate: "The same record stands in this file before.",
  same_id_different_content: "A record before this one has the same number and another content: it may be an update.",
  id_differs_only_by_case_or_space: "A record before this one has a number that differs by case or blanks only.",
  possible_duplicate: "A record before this one says the same under another number, or under none.",
};

/** The row that a record ends as, once it is known whether it repeats another. */
export function finishedRow(row: Omit<ImportRow, "result" | "reasons">, reasons: readonly RowReason[], repetition: Repetition | undefined): ImportRow {
  const all = repetition === undefined ? [...reasons] : [...reasons, { ...finding(repetition, told[repetition]), column: null, value: row.externalId === null ? null : shown(row.externalId) }];
  const result: RowResult = repetition === "exact_duplicate" ? "duplicate" : resultOf(all);
  return { ...row, result, reasons: all };
}
