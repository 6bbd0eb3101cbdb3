import { readFile, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { CommanderError, type Command } from "commander";
import type { FileProblem, ImportPreview, ImportReport } from "@/lib/agreements/file/domain/report";
import { fileLimitBytes } from "@/lib/agreements/file/schema";
import { exportAgreement, importAgreement, previewAgreement } from "@/lib/agreements/file/service";
import { operatorActor } from "@/lib/auth/operator";
import { fieldsDocument, schemaDocument } from "../format-document";
import { exitStatus, Refused, valueOf } from "../outcome";
import { complain, print, printJson } from "../output";
import { writeWhole } from "../whole-file";

type ImportOptions = { dryRun?: boolean; as?: string; json?: boolean };
type OutOptions = { out?: string; json?: boolean };

/** `agreement import | export | schema`: agreements as files. */
export function addAgreementCommands(program: Command): void {
  const agreement = program.command("agreement").description("agreements as files (docs/agreement-format)");
  agreement
    .command("import")
    .description("load an agreement from its file, or add to the one on record what the file has beyond it")
    .argument("<file>", "the file")
    .option("--dry-run", "say what would be done, or what is wrong, and keep nothing")
    .option("--as <email>", "act as this analyst or reviewer; the product's operator is an administrator and may not import")
    .option("--json", "print JSON, as the HTTP API answers")
    .action(importFile);
  agreement
    .command("export")
    .description("an agreement as a file that an empty installation can load")
    .argument("<code>", "its code, such as AGR-2020-11-10")
    .option("--out <file>", "write to a file, which appears whole or not at all (default: standard output)")
    .option("--json", "with --out, print what was written as JSON")
    .action((code: string, options: OutOptions) => write(async () => valueOf(await exportAgreement(code)), options));
  agreement
    .command("schema")
    .description("the JSON Schema of the format")
    .option("--fields", "the page of fields instead, for people")
    .option("--out <file>", "write to a file (default: standard output)")
    .option("--json", "with --out, print what was written as JSON")
    .action(({ fields, ...options }: OutOptions & { fields?: boolean }) => write(fields ? fieldsDocument : schemaDocument, options));
}

async function write(make: () => string | Promise<string>, { out, json }: OutOptions): Promise<void> {
  if (json && out === undefined) throw new CommanderError(exitStatus.wrongUsage, "truce.usage", "--json needs --out: standard output carries the text otherwise.");
  const text = await make();
  if (out === undefined) return void process.stdout.write(text);
  const bytes = await writeWhole(Readable.from([text]), out);
  if (json) printJson({ file: out, bytes });
  else print(`Wrote ${bytes} bytes to ${out}.`);
}

async function importFile(file: string, { dryRun = false, as, json }: ImportOptions): Promise<void> {
  const text = await textOf(file);
  const actor = valueOf(await operatorActor(as));
  const result: ImportPreview = dryRun ? valueOf(await previewAgreement(actor, text, new Date())) : imported(await importAgreement(actor, text, new Date()));
  if (json) printJson({ dryRun, ...result });
  else show(result, { dryRun, file });
  if (result.errors.length > 0) throw new Refused({ kind: "conflict", reason: `${file} is refused: ${result.errors.length === 1 ? "one problem" : `${result.errors.length} problems`}.` });
}

/** What is wrong with a file is a list, which a person wants line by line. */
function imported(result: Awaited<ReturnType<typeof importAgreement>>): ImportPreview {
  if (result.ok) return { report: result.value, errors: [] };
  if (result.refusal.kind === "invalid") return { report: null, errors: result.refusal.errors };
  throw new Refused(result.refusal);
}

async function textOf(file: string): Promise<string> {
  try {
    const { size } = await stat(file);
    if (size > fileLimitBytes) throw new Refused({ kind: "conflict", reason: `${file} has ${size} bytes; at most ${fileLimitBytes} are taken.` });
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw new Refused({ kind: "conflict", reason: `${file} can't be read: ${error.message}` });
    throw error;
  }
}

function show({ report, errors }: ImportPreview, { dryRun, file }: { dryRun: boolean; file: string }): void {
  for (const problem of errors) complain(lineOf(problem, file));
  if (report) print(sentenceOf(report, dryRun));
  for (const { what, path } of report?.additions ?? []) print(`  ${what} (${path})`);
}

const lineOf = ({ path, code, message, line, column }: FileProblem, file: string): string => `${file}${line === undefined ? "" : `:${line}:${column ?? 1}`}: ${path === "" ? "" : `${path}: `}${message} [${code}]`;

function sentenceOf({ code, outcome, counts }: ImportReport, dryRun: boolean): string {
  if (outcome === "UNCHANGED") return `${code} is on record as the file has it; nothing ${dryRun ? "would be" : "was"} changed.`;
  const what = Object.entries(counts).flatMap(([kind, { added }]) => (added === 0 ? [] : [`${added} ${kind}`])).join(", ");
  const verb = outcome === "CREATED" ? (dryRun ? "would be loaded" : "was loaded") : dryRun ? "would be extended" : "was extended";
  return `${code} ${verb}${what === "" ? "" : `: ${what}`}.`;
}
