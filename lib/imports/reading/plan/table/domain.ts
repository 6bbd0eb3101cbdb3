import { formatLabel, mapHeaders, type Mapped } from "../../../domain/columns";
import type { ImportChoices, ImportFormat, ImportPlan, ImportQuestion } from "../../../domain/plan";
import { acledTerms } from "../../../formats/acled/domain";
import { formats } from "../../../formats/domain";
import { mapTags } from "../../../formats/hxl/domain";
import { invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { RawRecord } from "../../csv/domain";
import { unknownColumns } from "../choices/domain";
import { dateOrderOf, decimalSignOf, type Shown } from "../domain";
import { type Header, headerOf } from "../header/domain";

/** What is known of a file before its table is looked at. */
export type Opened = Pick<ImportPlan, "container" | "encoding" | "delimiter" | "notes" | "questions"> & { readonly sheet?: string };
type Table = { readonly opened: Opened; readonly sample: readonly RawRecord[]; readonly choices: ImportChoices };

/** The plan for a table by its first records. Refused where there is nothing to read or no way to tell the columns apart. */
export function planTable({ opened, sample, choices }: Table): Result<ImportPlan> {
  const header = headerOf(sample);
  if (!header.ok) return header;
  return planData({ opened, sample, choices }, header.value);
}

/** The same, where the headers are known already. */
export function planData({ opened, sample, choices }: Table, header: Header): Result<ImportPlan> {
  const format = choices.format ?? header.format;
  const why = unknownColumns(choices, format) ?? whyNotFormat(format, opened.container, header);
  if (why) return refuse(why);
  const data = sample.slice(header.records);
  if (data.length === 0) return refuse(invalid("file", "no_records", "The file has headers and no records."));
  const mapped = mapTo(header, format, choices);
  const cellsOf = cellsBy(header.headers, mapped.map, data);
  const dateOrder = settled(choices.dateOrder, dateOrderOf(cellsOf("event_date", "event_date_end", "source_date")));
  const decimalSign = settled(choices.decimalSign, decimalSignOf(cellsOf("latitude", "longitude")));
  const shown: readonly Shown<unknown>[] = [dateOrder, decimalSign];
  const { notes, questions, ...rest } = opened;
  return ok({
    ...rest, format,
    decimalSign: decimalSign.value,
    dateOrder: dateOrder.value,
    headers: header.headers,
    map: mapped.map,
    ignored: mapped.ignored,
    notes: [...notes, ...formatNotes(header, format), ...shown.flatMap(({ note }) => note ?? []), ...mapNotes(mapped)],
    questions: [...questions, ...shown.flatMap(({ question }) => question ?? []), ...mapQuestions(mapped, header.headers)],
    headerRecords: header.records,
    ...(choices.values && { values: choices.values }),
    ...(header.isAcled || format === "acled" ? { restriction: { code: "ACLED_TERMS" as const, message: acledTerms } } : {}),
  });
}

/** What a person chose is not asked, and not told as found. */
const settled = <T>(chosen: T | undefined, shown: Shown<T>): Shown<T> => (chosen === undefined ? shown : { value: chosen });

function whyNotFormat(format: ImportFormat, container: ImportPlan["container"], { hasTags }: Header) {
  if ((format === "geojson") !== (container === "json")) return invalid("format", "format_mismatch", container === "json" ? "A JSON file is read as GeoJSON only." : "GeoJSON is JSON; this file is a table.");
  return format === "hxl" && !hasTags ? invalid("format", "no_tag_row", "HXL has a row of tags within its first 25 rows; this file has none.") : undefined;
}

function mapTo({ headers }: Header, format: ImportFormat, { map = {} }: ImportChoices): Mapped {
  const known = new Set(headers);
  const chosen = Object.fromEntries(Object.entries(map).filter(([header]) => known.has(header)));
  if (format !== "hxl") return mapHeaders({ headers, chosen }, formats[format].vocabulary);
  const taken = new Set(Object.values(chosen));
  const byTag = Object.entries(mapTags(headers)).filter(([header, column]) => !Object.hasOwn(chosen, header) && !taken.has(column));
  return mapHeaders({ headers, chosen: { ...Object.fromEntries(headers.map((header) => [header, null])), ...Object.fromEntries(byTag), ...chosen } }, formats.hxl.vocabulary);
}

/** The cells of some columns over the records of the sample. */
const cellsBy = (headers: readonly string[], map: Readonly<Record<string, string>>, data: readonly RawRecord[]) =>
  function* cellsOf(...columns: string[]): Generator<string> {
    const at = headers.flatMap((header, index) => (Object.hasOwn(map, header) && columns.includes(map[header] ?? "") ? [index] : []));
    for (const { cells } of data) for (const index of at) yield cells[index] ?? "";
  };

type Note = ImportPlan["notes"][number];

function formatNotes({ format: seen, hasTags, isBelow, records }: Header, format: ImportFormat): Note[] {
  const notes: Note[] = format === seen && format !== "truce" ? [{ code: "format_detected", message: `The file is read as ${formatLabel[format]}.` }] : [];
  if (hasTags) notes.push({ code: "hxl_tags_found", message: `HXL tags stand in record ${records}; the data begins below them.` });
  if (isBelow) notes.push({ code: "headers_found_below", message: `The headers stand in record ${records}; what is above them is not read.` });
  return notes;
}

function mapNotes({ map, ignored }: Mapped): Note[] {
  const columns = new Set(Object.values(map));
  const notes: Note[] = ignored.length === 0 ? [] : [{ code: "headers_not_read", message: `Not read: ${ignored.join(", ")}.` }];
  if (columns.has("workflow") || columns.has("verification")) notes.push({ code: "workflow_not_taken", message: "Workflow and verification are not taken from a file: each record becomes a draft for review." });
  if (columns.has("latitude") && !["location_precision", "acled_geo_precision", "where_prec"].some((column) => columns.has(column)))
    notes.push({ code: "location_precision_assumed", message: "The file does not say how exact its places are; it is taken from how finely the coordinates are written, a settlement at best." });
  return notes;
}

function mapQuestions({ candidates, missing }: Mapped, headers: readonly string[]): ImportQuestion[] {
  return [
    ...candidates.map(({ column, headers: several }): ImportQuestion => ({ choice: "map", code: "two_candidates", message: `${several.map((header) => `“${header}”`).join(" and ")} may both be ${column}. Choose one and leave out the other.`, options: several })),
    ...missing.map((either): ImportQuestion => ({ choice: "map", code: "missing_column", message: `No header is read as ${either.join(" or ")}. Which column is it?`, options: headers })),
  ];
}
