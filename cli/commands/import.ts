import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Command, Option } from "commander";
import { importerActor } from "@/lib/auth/operator";
import { evidenceStorage } from "@/lib/evidence/storage/service";
import { clearRun } from "@/lib/imports/clearing/service";
import { importFormats } from "@/lib/imports/domain/plan";
import { importLimitBytes, prepareImport } from "@/lib/imports/intake/service";
import { importScopeOf } from "@/lib/imports/policy";
import { findImport } from "@/lib/imports/queries";
import { readRun, writeRun } from "@/lib/imports/run/service";
import { importUploadFields, type ImportView } from "@/lib/imports/schema";
import { cancelImport, requestCommit, startImport } from "@/lib/imports/service";
import type { Actor } from "@/lib/kernel/actor";
import { parseInput } from "@/lib/server/parse-input";
import { Refused, usageOf, valueOf } from "../outcome";
import { complain, print, printJson } from "../output";

type Options = { format: string; dryRun?: boolean; map?: string; source?: string; submit?: boolean; as?: string; json?: boolean };

/** `import`: a file of incidents, read, shown and written in this process: no server has to run. */
export function addImportCommand(program: Command): void {
  program
    .command("import")
    .description("bring in a file of incidents as drafts: all that can be accepted in one transaction, or nothing")
    .argument("<file>", "the file: truce CSV, ACLED, UCDP GED, HXL, GeoJSON, or a workbook of these")
    .addOption(new Option("--format <format>", "the kind of file; auto tells it by its content").choices(["auto", ...importFormats]).default("auto"))
    .option("--dry-run", "say what would be done, record by record, and keep nothing")
    .option("--map <file>", "a JSON file: our column for each header of the file, or null to leave it out")
    .option("--source <name>", "whom the file comes from")
    .option("--submit", "hand the records in for review at once")
    .option("--as <email>", "act as this analyst or reviewer instead of the product's own importer")
    .option("--json", "print JSON, as the HTTP API answers")
    .action(run);
}

async function run(file: string, { format, dryRun = false, map, source, submit = false, as, json }: Options): Promise<void> {
  const fields = usageOf(parseInput(importUploadFields, { format, dryRun, map: map === undefined ? undefined : await textOf(map), source, commitAs: submit ? "SUBMITTED" : "DRAFT", name: path.basename(file) }));
  const actor = valueOf(await importerActor(as));
  const bytes = readable(file);
  const prepared = valueOf(await prepareImport(actor, { fields, fileName: path.basename(file), bytes }, { storage: await evidenceStorage(), limitBytes: importLimitBytes() }));
  const { id } = valueOf(await startImport(actor, prepared, { now: new Date(), isQueued: false }));
  await watched(actor, id, () => readRun({ importId: id, reading: 1 }, { now: new Date() }));
  const read = await viewOf(actor, id);
  if (read.status !== "READY") return told(read, { json, end: notRead(read) });
  const isNothing = read.effects.create + read.effects.update === 0;
  if (dryRun || isNothing) {
    valueOf(await cancelImport(actor, { id }, new Date()));
    await clearRun(id);
    return told(read, { json });
  }
  valueOf(await requestCommit(actor, { id }, { now: new Date(), isQueued: false }));
  const written = await watched(actor, id, () => writeRun({ importId: id, reading: 1 }, new Date()));
  if (written.ok) await clearRun(id);
  told(await viewOf(actor, id), { json });
  valueOf(written);
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw unreadable(file, error);
    throw error;
  }
}

const unreadable = (file: string, { message }: Error): Refused => new Refused({ kind: "conflict", reason: `${file} can't be read: ${message}` });

async function* readable(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file) as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (error instanceof Error && "syscall" in error) throw unreadable(file, error);
    throw error;
  }
}

async function viewOf(actor: Actor, id: number): Promise<ImportView> {
  const scope = importScopeOf(actor);
  const found = scope && (await findImport(scope, id));
  if (!found) throw new Error(`import ${id} is gone`);
  return found.view;
}

/** Does the work and, on a terminal, says every second how far it is. */
async function watched<T>(actor: Actor, id: number, work: () => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work();
  const timer = setInterval(() => {
    void viewOf(actor, id).then(({ status, progress: { done, total } }) => process.stderr.write(`\r${status} ${total === 0 ? 0 : Math.floor((100 * done) / total)} %   `));
  }, 1000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    process.stderr.write("\r\u001B[K");
  }
}

const notRead = ({ status, problems, plan }: ImportView): Refused => {
  const reasons = [...problems.map((problem) => problem.message), ...(plan?.questions ?? []).map((question) => `${question.code}: ${question.message}`)];
  return new Refused({ kind: "conflict", reason: reasons.length > 0 ? reasons.join(" ") : `The file was not read: ${status}.` });
};

function told(view: ImportView, { json, end }: { json?: boolean | undefined; end?: Refused }): void {
  if (json) printJson(view);
  else if (!end) show(view);
  if (end) throw end;
}

function show(view: ImportView): void {
  const { status, fileName, rows, effects, reasons, restriction, plan } = view;
  for (const note of plan?.notes ?? []) print(`  ${note.code}: ${note.message}`);
  const verb = status === "COMMITTED" ? "were" : "would be";
  print(`${fileName}: ${rows.read} records; ${effects.create} ${verb} created, ${effects.update} updated, ${effects.skip} skipped as on record; ${effects.needsReview} need review, ${effects.rejected} rejected.`);
  for (const [code, count] of Object.entries(reasons)) print(`  ${code}: ${count}`);
  if (restriction !== null) complain("These records come under terms that forbid passing them on: they are your team's alone and are left out of public exports.");
  print(endOf(view));
}

function endOf({ id, status, dryRun, effects }: ImportView): string {
  if (dryRun) return "A trial: nothing was kept.";
  if (status !== "COMMITTED") return "Nothing was written.";
  const isRest = effects.needsReview + effects.rejected > 0;
  return `Import ${id} is written.${isRest ? ` What was left out: /imports/${id}, or GET /api/v1/imports/${id}/errors.csv.` : ""}`;
}
