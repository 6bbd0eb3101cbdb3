import { type CodeOf, labelOf } from "./code-list";

/** Files that the list of incidents leaves as. `suffix` ends the name of the file and of the address. */
export const exportFormats = [
  { code: "csv", label: "CSV", suffix: "csv", mediaType: "text/csv; charset=utf-8", use: "One row for each record, for spreadsheets and statistics. It can be imported again." },
  { code: "hxl", label: "HXL", suffix: "hxl.csv", mediaType: "text/csv; charset=utf-8", use: "The CSV with a row of humanitarian tags below its header, for tools that read HXL." },
  { code: "xlsx", label: "Excel", suffix: "xlsx", mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", use: "A workbook with the records, what each column means, and what the file is." },
  { code: "geojson", label: "GeoJSON", suffix: "geojson", mediaType: "application/geo+json", use: "For maps. Records without a point are in it too, with no geometry." },
  { code: "ndjson", label: "NDJSON", suffix: "ndjson", mediaType: "application/x-ndjson", use: "Each record whole as the API gives it, one on a line: claims, counts and sources stay apart." },
] as const;

export type ExportFormat = CodeOf<typeof exportFormats>;
export const exportFormatCodes = exportFormats.map((entry) => entry.code) as [ExportFormat, ...ExportFormat[]];
export const exportFormatLabel = (code: string): string => labelOf(exportFormats, code);
/** Everything that is known of a format. */
export const exportFormatOf = (code: ExportFormat): (typeof exportFormats)[number] => exportFormats.find((entry) => entry.code === code) ?? exportFormats[0];
