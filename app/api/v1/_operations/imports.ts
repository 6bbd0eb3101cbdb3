import { z } from "zod";
import { importUploadFields, importView } from "@/lib/imports/schema";
import { noBody, noQuery, operation } from "@/lib/server/operation";
import { numberInPath } from "./row-number";

const tag = "Imports";
const params = z.object({ id: numberInPath("import") });
const started = z.object({ id: z.int(), status: z.string() });
const reasonQuery = z.strictObject({ reason: z.string().trim().max(2000).optional().meta({ description: "Kept in the audit." }) });

export const createImport = operation({
  id: "createImport",
  method: "POST",
  path: "/imports",
  tag,
  summary: "Bring in a file of incidents",
  description:
    "The file is the body, with what is said of it in the query; or it is the last part of a form whose fields say it. Truce CSV, ACLED, UCDP GED, HXL, GeoJSON and workbooks are told by their content. Nothing is written yet: the file is read by a job and can then be looked at and committed.",
  params: z.object({}),
  query: importUploadFields,
  body: noBody,
  takesFile: true,
  answers: { 202: { description: "The import; ask for it until its status is READY.", schema: started, headers: { Location: "The import." } } },
  problems: [403, 413],
});

export const getImport = operation({
  id: "getImport",
  method: "GET",
  path: "/imports/{id}",
  tag,
  summary: "An import: how far it is, how it is read, and what becomes of its records",
  params,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "The import.", schema: importView } },
});

export const getImportErrors = operation({
  id: "getImportErrors",
  method: "GET",
  path: "/imports/{id}/errors.csv",
  tag,
  summary: "The records that were held or rejected, with why",
  description: "Record number, column, value and reason before the record's own cells: put right, the file can be brought in as it is.",
  params,
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "The file.", mediaType: "text/csv" } },
});

const step = { method: "POST", tag, params, body: noBody } as const;

export const commitImport = operation({
  ...step,
  id: "commitImport",
  path: "/imports/{id}/commit",
  summary: "Write an import, whole or not at all",
  description: "A job writes it in one transaction; ask for the import until its status is COMMITTED, or READY again with what stood in the way. Records that wait for a decision are left out.",
  query: noQuery,
  answers: { 202: { description: "It is being written.", schema: started } },
  problems: [403, 409],
});

export const undoImport = operation({
  ...step,
  id: "undoImport",
  path: "/imports/{id}/undo",
  summary: "Take a written import back",
  description: "Records that it created are seen no more, records that it updated say again what they said. Refused where somebody touched one of them since. The audit stays.",
  query: reasonQuery,
  answers: { 200: { description: "How many records were taken out and put back.", schema: z.object({ id: z.int(), status: z.string(), removed: z.int(), restored: z.int() }) } },
  problems: [403, 409],
});

export const cancelImport = operation({
  ...step,
  id: "cancelImport",
  path: "/imports/{id}/cancel",
  summary: "Stop an import that is not written yet",
  query: noQuery,
  answers: { 200: { description: "It is stopped and leaves nothing.", schema: started } },
  problems: [403, 409],
});
