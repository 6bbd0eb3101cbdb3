import type { Code } from "@/lib/codelists/code-list";
import type { ExportFormat } from "@/lib/codelists/export-format";
import { type Cell, truceColumns, type TruceColumn } from "../domain";
import { featureColumns } from "../geojson/domain";
import { hxlTags } from "../hxl/domain";
import { featureDocs } from "./feature/domain";
import { type CodeListName, dictionaryLists, type FieldDoc } from "./lists/domain";
import { recordDocs, recordPathDocs } from "./record/domain";

/** What each column holds. */
export const columnDocs: Record<TruceColumn, FieldDoc> = {
  external_id: { type: "text", meaning: "The record's number in the system that it came from, else our reference. Empty where the source is protected." },
  event_date: { type: "date", meaning: "The first day, as the calendar there had it, YYYY-MM-DD." },
  event_date_end: { type: "date", meaning: "The last day, where it lasted or the day is not certain." },
  event_time: { type: "time", meaning: "Time of day, HH:MM, in the zone of the next column; empty where it is not known." },
  timezone: { type: "code", meaning: "The zone of the time.", list: "timezone" },
  time_precision: { type: "code", meaning: "How exactly the time is known.", list: "time_precision" },
  event_type: { type: "code", meaning: "What is said to have happened.", list: "event_type" },
  title: { type: "text", meaning: "One line. A record is what was reported, not a fact by itself." },
  narrative: { type: "text", meaning: "What the accounts say. Empty where it is withheld." },
  latitude: { type: "number", meaning: "Degrees north, WGS 84; how exact it is, location_precision says. Empty where there is no point or it is withheld." },
  longitude: { type: "number", meaning: "Degrees east, WGS 84." },
  location_precision: { type: "code", meaning: "How exactly the place is known.", list: "location_precision" },
  location_name: { type: "text", meaning: "The place, with the forms of both usages where they differ, in alphabetical order." },
  admin1: { type: "text", meaning: "Name of the first-level unit of the basemap. It says nothing of who holds the place." },
  unit: { type: "text", meaning: "Code of that unit (Natural Earth)." },
  alleged_by: { type: "codes", meaning: "Who says that it happened." },
  against: { type: "codes", meaning: "Who is accused." },
  denied_by: { type: "codes", meaning: "Who denies it." },
  found_by: { type: "codes", meaning: "Mandated bodies that published a finding." },
  obligations: { type: "codes", meaning: "Duties of an agreement that the record bears on." },
  killed_low: { type: "number", meaning: "Killed, the lowest figure that any source gives. Empty where sources count different people: those are never added up." },
  killed_best: { type: "number", meaning: "Killed, where all sources give one figure. Differing figures are never averaged." },
  killed_high: { type: "number", meaning: "Killed, the highest figure that any source gives." },
  injured_best: { type: "number", meaning: "Injured, by the same rule." },
  civilians_killed_best: { type: "number", meaning: "Civilians killed, by the same rule." },
  captured_best: { type: "number", meaning: "Captured, by the same rule." },
  displaced_best: { type: "number", meaning: "Displaced, by the same rule." },
  count_best: { type: "number", meaning: "What an observer counted, where there is one count only." },
  count_unit: { type: "code", meaning: "What was counted; a count means nothing without it.", list: "count_unit" },
  source_url: { type: "text", meaning: "Address of the first source." },
  source_publisher: { type: "text", meaning: "Its publisher." },
  source_date: { type: "text", meaning: "Its date as printed: a day, a month or a year." },
  source_reliability: { type: "code", meaning: "Its Admiralty letter. F says that it can't be judged, not that it is bad.", list: "source_reliability" },
  info_credibility: { type: "number", meaning: "The Admiralty figure nearest to the verification level: 1 is confirmed, 6 can't be judged." },
  verification: { type: "code", meaning: "How far the claim was verified.", list: "verification" },
  workflow: { type: "code", meaning: "Where the record stands in review.", list: "workflow" },
  sensitivity: { type: "code", meaning: "Who may read the protected parts.", list: "sensitivity" },
};

/** Changes with the columns or with what one of them means; a file says by which version it was written. */
export const truceSchemaVersion = "truce-csv/1";

/** What a file of each format is written by: the version of its shape, and the names in it. */
export const shapeOf = (format: ExportFormat): { schemaVersion: string; columns: readonly string[] } => shapes[format];

const truce = { schemaVersion: truceSchemaVersion, columns: truceColumns };
const shapes: Record<ExportFormat, { schemaVersion: string; columns: readonly string[] }> = {
  csv: truce,
  hxl: truce,
  xlsx: truce,
  geojson: { schemaVersion: "truce-geojson/1", columns: [...truceColumns, ...featureColumns] },
  ndjson: { schemaVersion: "truce-json/1", columns: Object.keys(recordDocs) },
};

/** The versions of shape that files are written by. */
export const schemaVersions = (): string[] => [...new Set(Object.values(shapes).map(({ schemaVersion }) => schemaVersion))];

/** A part of the dictionary: names that stand in the same files. */
type Part = { readonly files: string; readonly title: string; readonly docs: readonly (readonly [name: string, doc: FieldDoc])[] };

const columnPart: Part = { files: "csv, hxl, xlsx, geojson", title: "Columns of CSV, HXL and Excel; properties of GeoJSON", docs: truceColumns.map((column) => [column, columnDocs[column]]) };

/** What each name means, by the files that it stands in. */
export const dictionaryParts: readonly Part[] = [
  columnPart,
  { files: "geojson", title: "Further properties of GeoJSON", docs: featureColumns.map((column) => [column, featureDocs[column]]) },
  { files: "ndjson", title: "Fields of NDJSON", docs: Object.entries(recordPathDocs) },
];

/** The lists whose codes these parts tell of. */
export const listsOf = (parts: readonly Part[]): CodeListName[] => [...new Set(parts.flatMap(({ docs }) => docs.flatMap(([, { list }]) => list ?? [])))];

/** The meaning, with what is to be known of a cell that holds several codes. */
export const meaningOf = ({ type, meaning }: FieldDoc, files: string): string => (type === "codes" && files !== "ndjson" ? `${meaning} Several are joined by a semicolon.` : meaning);

const isColumn = (name: string): name is TruceColumn => truceColumns.some((column) => column === name);
/** The tag of a column of the truce CSV; what stands in other files only has none. */
export const tagOf = (name: string, files: string): string => (files === columnPart.files && isColumn(name) ? hxlTags[name] : "");

export type DictionaryRow = { files: string; column: string; type: string; list: string; code: string; label: string; hxl: string; meaning: string };

/** The dictionary as rows: each name by the files that it stands in, then each code of each list. */
export function dictionaryRows(parts: readonly Part[] = dictionaryParts): DictionaryRow[] {
  const names = parts.flatMap(({ files, docs }) =>
    docs.map(([column, doc]) => ({ files, column, type: doc.type, list: doc.list ?? "", code: "", label: "", hxl: tagOf(column, files), meaning: meaningOf(doc, files) })),
  );
  const codes = listsOf(parts).flatMap((list) =>
    dictionaryLists[list].map(({ code, label, ...rest }) => ({ files: "", column: "", type: "", list, code, label, hxl: "", meaning: "meaning" in rest && typeof rest.meaning === "string" ? rest.meaning : "" })),
  );
  return [...names, ...codes];
}

export const dictionaryColumns = ["files", "column", "type", "list", "code", "label", "hxl", "meaning"] as const;
const cellsBelow = (rows: readonly DictionaryRow[]): Cell[][] => [[...dictionaryColumns], ...rows.map((row) => dictionaryColumns.map((column) => row[column]))];

/** The same as cells below a header. */
export const dictionaryCells = (): Cell[][] => cellsBelow(dictionaryRows());
/** What a workbook says of its own columns. */
export const columnCells = (): Cell[][] => cellsBelow(dictionaryRows([columnPart]));

/** The same as a page in Markdown. */
export function dictionaryMarkdown(): string {
  const cell = (text: string): string => text.replaceAll("|", String.raw`\|`);
  const quoted = (text: string): string => (text === "" ? "" : `\`${text}\``);
  const parts = dictionaryParts.map(({ files, title, docs }) =>
    [`## ${title}`, "", "| name | type | codes | meaning | HXL |", "| --- | --- | --- | --- | --- |", ...docs.map(([name, doc]) => `| ${quoted(name)} | ${doc.type} | ${quoted(doc.list ?? "")} | ${cell(meaningOf(doc, files))} | ${quoted(tagOf(name, files))} |`), ""].join("\n"),
  );
  const lists = listsOf(dictionaryParts).map((name) => {
    const codes: readonly Code[] = dictionaryLists[name];
    return [`## Codes: ${name}`, "", "| code | means |", "| --- | --- |", ...codes.map(({ code, label }) => `| \`${code}\` | ${cell(label)} |`), ""].join("\n");
  });
  return ["# Data dictionary", "", `What stands in the files that the list of incidents leaves as: ${schemaVersions().map(quoted).join(", ")}.`, "", ...parts, ...lists].join("\n");
}
