import { z } from "zod";
import { countedKinds } from "@/lib/agreements/file/domain/report";
import { agreementFile, fileLimitBytes } from "@/lib/agreements/file/schema";
import { noBody, noParams, noQuery, operation } from "@/lib/server/operation";
import { codeParam } from "./board";

const tag = "Agreements";

const file = agreementFile.meta({ id: "AgreementFile", description: "The format is described in docs/agreement-format." });

const report = z.object({
  code: z.string(),
  title: z.string(),
  outcome: z.enum(["CREATED", "EXTENDED", "UNCHANGED"]),
  counts: z.record(z.enum(countedKinds), z.object({ added: z.int(), unchanged: z.int() })),
  additions: z.array(z.object({ path: z.string(), what: z.string() })).meta({ description: "What is added to an agreement on record." }),
});

const fileProblem = z.object({
  path: z.string(),
  code: z.string(),
  message: z.string(),
  line: z.int().optional(),
  column: z.int().optional(),
  onRecord: z.string().optional().meta({ description: "Where the file says otherwise than the record: the value on record." }),
  inFile: z.string().optional(),
});

/** What an import or a dry run returns: enough to answer for it again. */
export const importOutcome = z.object({ dryRun: z.boolean(), report: report.nullable().meta({ description: "null where a dry run found errors." }), errors: z.array(fileProblem) }).meta({ id: "AgreementImport" });

export const getAgreementFile = operation({
  id: "getAgreementFile",
  method: "GET",
  path: "/agreements/{id}/file",
  tag,
  summary: "One agreement as a file, which an empty installation can load again",
  description: "The canonical text: the same agreement gives the same bytes.",
  params: z.object({ id: codeParam }),
  query: noQuery,
  body: noBody,
  answers: { 200: { description: "The file.", schema: file, headers: { "Content-Disposition": "The file's name." } } },
});

export const importAgreement = operation({
  id: "importAgreement",
  method: "POST",
  path: "/agreements",
  tag,
  summary: "Load an agreement from its file, or add to the one on record what the file has beyond it",
  description: `What is on record is never overwritten: a file that changes or leaves out anything is refused with the list, each entry with \`onRecord\` and \`inFile\`. At most ${fileLimitBytes} bytes.`,
  params: noParams,
  query: z.strictObject({ dryRun: z.enum(["true", "false"]).default("false").meta({ description: "`true`: say what would be done, or what is wrong, and keep nothing." }) }),
  body: file,
  fileLimitBytes,
  answers: {
    200: { description: "Nothing was new, something was added to an agreement on record, or this was a dry run.", schema: importOutcome },
    201: { description: "The agreement was loaded.", schema: importOutcome, headers: { Location: "The agreement's address." } },
  },
});
