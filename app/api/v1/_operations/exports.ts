import { z } from "zod";
import { type ExportFormat, exportFormatOf, exportFormats } from "@/lib/codelists/export-format";
import { exportEntry, exportId, exportLogFilter } from "@/lib/exports/log/schema";
import { noBody, noParams, noQuery, operation } from "@/lib/server/operation";
import { filtered } from "./incidents";

const tag = "Exports";

const fileHeaders = {
  "Content-Disposition": "The file's name.",
  "X-Export-Id": "The file's number in the log.",
  "X-Export-Rows": "How many records are in it.",
  Link: "`rel=\"describedby\"`: its manifest, which has the digest of its bytes once all of them were sent.",
};

/** The door of one format. */
const exportOperation = (format: ExportFormat, id: string) => {
  const { suffix, label, mediaType, use } = exportFormatOf(format);
  return operation({
    id,
    method: "GET",
    path: `/export.${suffix}`,
    tag,
    summary: `The filtered list as ${label}, sent as it is read`,
    description: `${use} Holds what your role may see, as it stood at one moment. Records stand in the order of their numbers unless \`sort\` says otherwise; \`limit\` and \`cursor\` have no say: the whole list is sent.`,
    ...filtered,
    answers: { 200: { description: "The file.", mediaType: mediaType.split(";")[0] ?? mediaType, headers: fileHeaders } },
    problems: [409],
  });
};

/** One for each format, by its code. */
export const exportFiles = {
  csv: exportOperation("csv", "exportIncidentsCsv"),
  hxl: exportOperation("hxl", "exportIncidentsHxl"),
  xlsx: exportOperation("xlsx", "exportIncidentsXlsx"),
  geojson: exportOperation("geojson", "exportIncidentsGeoJson"),
  ndjson: exportOperation("ndjson", "exportIncidentsNdjson"),
} satisfies Record<ExportFormat, unknown>;

export const listExports = operation({
  id: "listExports",
  method: "GET",
  path: "/exports",
  tag,
  summary: "Files that left, the latest first",
  description: "Your own; auditors and administrators see everybody's.",
  params: noParams,
  query: exportLogFilter,
  body: noBody,
  answers: { 200: { description: "A page of the log.", schema: z.object({ items: z.array(exportEntry), nextCursor: z.string().nullable() }) } },
});

const manifest = z
  .object({
    manifest: z.literal("truce-ledger-export/1"),
    id: z.uuid(),
    file: z.object({ name: z.string(), format: z.string(), schemaVersion: z.string(), columns: z.array(z.string()), rows: z.int(), bytes: z.int().nullable(), sha256: z.string().nullable() }),
    state: z.enum(["complete", "broken-off", "unfinished"]),
    asOf: z.iso.datetime().meta({ description: "The moment that the file shows." }),
    filter: z.record(z.string(), z.array(z.string())),
    readAs: z.object({ role: z.string(), policy: z.string() }),
    auditHead: z.object({ seq: z.int(), hash: z.string() }).nullable().meta({ description: "Where the audit's chain stood at that moment." }),
    withheld: z.array(z.object({ what: z.string(), why: z.string(), records: z.int().nullable() })),
    notes: z.array(z.string()),
  })
  .meta({ id: "ExportManifest" });

export const getExportManifest = operation({
  id: "getExportManifest",
  method: "GET",
  path: "/exports/{id}/manifest",
  tag,
  summary: "What a file is: filters, moment, rows, digest, and what was withheld",
  params: z.object({ id: exportId }),
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "The manifest. A file that was not sent to its end has no digest.", schema: manifest } },
});

const dictionary = (suffix: string, mediaType: string) =>
  operation({
    id: `getDictionary${suffix.toUpperCase()}`,
    method: "GET",
    path: `/dictionary.${suffix}`,
    tag,
    summary: "What each column of the files means, with the codes that may stand in it",
    params: noParams,
    query: noQuery,
    body: noBody,
    answers: { 200: { description: "The dictionary.", mediaType } },
  });

/** The dictionary in each of its forms. */
export const dictionaries = { csv: dictionary("csv", "text/csv"), json: dictionary("json", "application/json"), md: dictionary("md", "text/markdown") };

export const exportOperations = [...exportFormats.map(({ code }) => exportFiles[code]), listExports, getExportManifest, ...Object.values(dictionaries)];
