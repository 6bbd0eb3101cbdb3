import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { CommanderError, type Command, Option } from "commander";
import { operatorActor } from "@/lib/auth/operator";
import { redactionProfileCodes } from "@/lib/codelists/redaction-profile";
import { reportKindCodes } from "@/lib/codelists/report-kind";
import type { Actor } from "@/lib/kernel/actor";
import { invalid } from "@/lib/kernel/refusal";
import { refuse } from "@/lib/kernel/result";
import { makeReport } from "@/lib/reports/making/service";
import { findReport } from "@/lib/reports/queries";
import { type TakenAs, takeReport } from "@/lib/reports/reading/service";
import { reportInput, type ReportInput, type ReportView } from "@/lib/reports/schema";
import { requestReport } from "@/lib/reports/service";
import { changeKindLabels } from "@/lib/reports/verification/domain/since";
import { type ReportVerdict, verifyLimitBytes } from "@/lib/reports/verification/schema";
import { verifyReport } from "@/lib/reports/verification/service";
import { parseInput } from "@/lib/server/parse-input";
import { exitStatus, Refused, usageOf, valueOf } from "../outcome";
import { complain, print, printJson } from "../output";
import { writeWhole } from "../whole-file";

type CreateOptions = { kind: string; profile: string; from?: string; to?: string; asOf?: string; knownAt?: string; agreement?: string; obligation?: string; incident?: string; out?: string; as?: string; json?: boolean };

const forms: Readonly<Record<string, TakenAs>> = { ".pdf": "pdf", ".zip": "package", ".json": "json" };

/** `report create`: asks for a report, makes it at once, and writes it where it is wanted. */
export function addReportCommands(program: Command): void {
  const report = program.command("report").description("reports: frozen snapshots that can be verified years later");
  report
    .command("create")
    .description("make a report; with --out also write its PDF, its package or its JSON")
    .addOption(new Option("--kind <kind>", "what it is about").choices(reportKindCodes).makeOptionMandatory())
    .option("--from <day>", "the first day, YYYY-MM-DD")
    .option("--to <day>", "the last day")
    .addOption(new Option("--profile <profile>", "for whom it is written").choices(redactionProfileCodes).default("PUBLIC"))
    .option("--as-of <day>", "the day of the world (default: the last day)")
    .option("--known-at <instant>", "what was known then, an instant or a day in UTC (default: now)")
    .option("--agreement <code>", "of which agreement (default: the newest with duties)")
    .option("--obligation <code>", "for OBLIGATION_BRIEF: the duty")
    .option("--incident <reference>", "for INCIDENT_BRIEF: the record")
    .option("--out <file>", "write it to a file ending in .pdf, .zip or .json, which appears whole or not at all")
    .option("--as <email>", "act as this account instead of the product's operator")
    .option("--json", "print what was made as JSON, as the HTTP API answers")
    .action(createReport);
}

async function createReport({ out, as, json, ...options }: CreateOptions): Promise<void> {
  const wanted = out === undefined ? undefined : { file: out, as: formOf(out) };
  const input = usageOf(parseInput(reportInput, options));
  const actor = valueOf(await operatorActor(as));
  const view = await madeReport(actor, input);
  const file = wanted && { file: wanted.file, bytes: await written(wanted.file, valueOf(await takeReport(actor, view.id, { as: wanted.as, now: new Date() })).bytes) };
  if (json) printJson({ ...view, ...file });
  else print(sentenceOf(view, out));
}

function formOf(file: string): TakenAs {
  const form = forms[path.extname(file).toLowerCase()];
  if (form) return form;
  throw new CommanderError(exitStatus.wrongUsage, "truce.usage", `--out ${file} says no form; let it end in .pdf, .zip or .json.`);
}

async function madeReport(actor: Actor, input: ReportInput): Promise<ReportView> {
  const { id } = valueOf(await requestReport(actor, input, new Date()));
  if (process.stderr.isTTY) complain("Making the report…");
  // A worker that runs beside this may be faster; then it is made already.
  await makeReport(id, new Date());
  const view = await findReport(actor, id);
  if (view?.state === "READY") return view;
  throw new Refused({ kind: "conflict", reason: view?.failure ?? "The report is being made by another process; look for it on the reports page." });
}

const written = (file: string, bytes: Uint8Array): Promise<number> => writeWhole(Readable.from([Buffer.from(bytes)]), file);

const sentenceOf = ({ reference, title, sha256 }: ReportView, out: string | undefined): string => `${reference} ${title ?? ""}\nSHA-256 ${sha256 ?? ""}${out === undefined ? "" : `\nWrote ${out}.`}`;

type VerifyOptions = { as?: string; json?: boolean };

/** `verify report`: whether a package, a report.json or a digest is that of a report made here; ends with status 1 where it is not. */
export function addVerifyReportCommand(verify: Command): void {
  verify
    .command("report")
    .description("whether a report is genuine and whole, and what was corrected since")
    .argument("<file>", "its package (zip) or its report.json")
    .option("--as <email>", "tell what this account may know of what changed since (default: the product's operator)")
    .option("--json", "print JSON, as the HTTP API answers")
    .action(async (file: string, { as, json }: VerifyOptions) => {
      const bytes = await bytesOf(file);
      const actor = valueOf(await operatorActor(as));
      const verdict = valueOf(await verifyReport(actor, bytes, new Date()));
      if (json) printJson(verdict);
      else show(verdict);
      if (verdict.outcome !== "GENUINE") throw new Refused({ kind: "conflict", reason: verdict.text });
    });
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(file);
    if (size > verifyLimitBytes) return valueOf(refuse(invalid("", "too_large", `${file} has ${size} bytes; at most ${verifyLimitBytes} are taken. Run its own verify.mjs instead.`)));
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw new Refused({ kind: "conflict", reason: `${file} can't be read: ${error.message}` });
    throw error;
  }
}

function show({ text, digest, problems, report, since, outcome }: ReportVerdict): void {
  if (outcome === "GENUINE") print(text);
  if (digest !== null) print(`SHA-256 ${digest}`);
  if (report) print(`${report.reference} ${report.title}, as of ${report.asOf}, known until ${report.knownAt}`);
  for (const { file, problem, row } of problems) print(`${file}${row === null ? "" : `, ${row}`}: ${problem}`);
  if (since === null) return;
  print(since.length === 0 ? "Nothing that this account may know of has changed since." : "Since then:");
  for (const change of since) print(`  ${changeKindLabels[change.kind]}: ${change.subject}. ${change.text}${change.replacement === null ? "" : ` In its place: ${change.replacement.text}.`}`);
}
