import type { Changes, RowChange } from "./changes";
import { isObject, type Json } from "./json";

/** Codes and ids in changes that people know by a name. */
export type MentionsIn = { speakers: string[]; units: string[]; obligations: string[]; sources: number[] };

const cellsOf = (rows: readonly RowChange[], lists: readonly string[], ...cells: string[]): Json[] =>
  rows.filter(({ list }) => lists.includes(list)).flatMap(({ before, after }) => [before, after].flatMap((row) => (isObject(row) ? cells.map((cell) => row[cell] ?? null) : [row])));

const isText = (value: Json): value is string => typeof value === "string";
const isNumber = (value: Json): value is number => typeof value === "number";

/** What the changes mention, before and after, so that it can be named. */
export function mentionsIn(all: readonly Changes[]): MentionsIn {
  const rows = all.flatMap((changes) => changes.rows);
  const fields = all.flatMap((changes) => changes.fields);
  return {
    speakers: [...new Set(cellsOf(rows, ["claims", "casualties"], "speaker", "against", "countedBy").filter(isText))],
    obligations: [...new Set(cellsOf(rows, ["obligations"], "code").filter(isText))],
    sources: [...new Set(cellsOf(rows, ["claims", "casualties", "sources"], "source").filter(isNumber))],
    units: [...new Set(fields.filter(({ field }) => field === "place.unit").flatMap(({ before, after }) => [before, after]).filter(isText))],
  };
}
