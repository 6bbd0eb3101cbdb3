import { setImmediate as nextTurn } from "node:timers/promises";
import { bulkTransaction, type Bulk } from "@/lib/db/bulk";
import { transaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, type Refusal } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { ImportChoices, ImportFile, ImportPlan, ImportReferences } from "../domain/plan";
import type { ImportRow, RowResult } from "../domain/row";
import { readNamesOnFile, type NamesOnFile } from "../references/queries";
import { isWanted, moveRun, progressTeller, type ImportProblem, type RunChange, type StoredRun, type Tally } from "../store";
import { markedSnapshot, stagedContent, type Names } from "./domain";
import { findLikes } from "./likes/queries";
import { settled } from "./settling/domain";
import { sourceBook, type SourceBook } from "./sources/store";
import { clearStaged, holdReading, stageRows, type StagedRow } from "./store";
import { findTargets, findTwins } from "./targets/queries";

/** What reads a file: lib/imports/reading. */
export type Reader = {
  planImport: (file: ImportFile, choices: ImportChoices) => Promise<Result<ImportPlan>>;
  readImport: (file: ImportFile, plan: ImportPlan, references: ImportReferences) => AsyncGenerator<ImportRow>;
};

type Reading = { run: StoredRun; actor: Actor; file: ImportFile; reader: Reader };

/** Records that are looked up and put down at once. */
const batchSize = 1000;

/**
 * Finds out how the file is read, and then reads it: every record is mapped, held against what is on file and put down, and nothing on
 * file is changed. All rows are put down or none: a process that is killed leaves the import as it was, and the next one begins anew.
 */
export async function readFile({ run, actor, file, reader }: Reading, now: Date): Promise<void> {
  const planned = await reader.planImport(file, run.choices);
  if (!planned.ok) return step(run, { command: "refuse", now }, { problems: problemsOf(planned.refusal) });
  const plan = planned.value;
  const about = { plan, restriction: plan.restriction?.code ?? null, problems: [] };
  if (plan.questions.length > 0) return step(run, { command: "ask", now }, about);
  await step(run, { command: "stage", now }, { ...about, total: file.bytes });
  const tally = await bulkTransaction((bulk) => stageAll(bulk, { run, actor, file, reader }, plan));
  if (!tally.ok) return;
  if (tally.value.rowsRead === 0) return step(run, { command: "refuse", now }, { problems: [{ code: "no_records", message: "The file holds no record." }] });
  return step(run, { command: "present", now }, { tally: tally.value });
}

type Step = { command: "refuse" | "ask" | "stage" | "present"; now: Date };

async function step({ id, reading }: StoredRun, { command, now }: Step, change: RunChange): Promise<void> {
  await transaction(async (tx) => ok(await moveRun(tx, { id, reading, command, now }, change)));
}

/** A refusal as the import keeps it. */
export const problemsOf = (refusal: Refusal): ImportProblem[] =>
  refusal.kind === "invalid" ? refusal.errors.map(({ path, code, message }) => ({ path, code, message })) : [{ code: refusal.kind, message: "reason" in refusal ? refusal.reason : "The file is refused." }];

const noLongerWanted = conflict("The import was cancelled, or is read anew.");

async function stageAll(bulk: Bulk, { run, actor, file, reader }: Reading, plan: ImportPlan): Promise<Result<Tally>> {
  if (!(await holdReading(bulk, run.id))) return refuse(conflict("Another process reads this file."));
  await clearStaged(bulk, run.id);
  const tally: Tally = { rowsRead: 0, results: {}, effects: {}, reasons: {} };
  const names = await readNamesOnFile(today());
  const counted = counting(file);
  const tell = progressTeller(run.id);
  const settle = settler({ bulk, run, actor, names });
  const put = async (rows: ImportRow[]): Promise<boolean> => {
    const staged = await settle(rows);
    await stageRows(bulk, { importId: run.id }, staged);
    for (const one of staged) count(tally, one);
    await tell(Math.min(counted.bytes(), run.bytes));
    return isWanted(run.id, { status: "STAGING", reading: run.reading });
  };
  let batch: ImportRow[] = [];
  // The database puts a batch down while the next one is read.
  let putting: Promise<boolean> = Promise.resolve(true);
  try {
    for await (const row of reader.readImport(counted.file, plan, names.references)) {
      batch.push(row);
      // Pages are answered by the same process: none waits for more than a few records.
      if (batch.length % 100 === 0) await nextTurn();
      if (batch.length < batchSize) continue;
      if (!(await putting)) return refuse(noLongerWanted);
      putting = put(batch);
      // Whoever awaits it is told; until then it is nobody's.
      putting.catch(() => undefined);
      batch = [];
    }
  } finally {
    // Nothing is left under way on the connection, whatever the reader met.
    await putting;
  }
  return (await putting) && (await put(batch)) ? ok(tally) : refuse(noLongerWanted);
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** The file, and how many of its bytes were read by now. */
function counting(file: ImportFile): { file: ImportFile; bytes: () => number } {
  let seen = 0;
  async function* watched(): AsyncGenerator<Uint8Array> {
    seen = 0;
    for await (const chunk of file.open()) {
      seen += chunk.byteLength;
      yield chunk;
    }
  }
  return { file: { ...file, open: watched }, bytes: () => seen };
}

const resultsCounted = (counts: Partial<Record<string, number>>, key: string): void => void (counts[key] = (counts[key] ?? 0) + 1);

function count(tally: Tally, { settled: { result, effect, reasons } }: StagedRow): void {
  tally.rowsRead += 1;
  resultsCounted(tally.results, result satisfies RowResult);
  resultsCounted(tally.effects, effect);
  for (const code of new Set(reasons.map((reason) => reason.code))) resultsCounted(tally.reasons, code);
}

type Settler = { bulk: Bulk; run: Pick<StoredRun, "id" | "authorId" | "teamId">; actor: Actor; names: NamesOnFile };

/** Turns rows that were read into rows that can be put down: sources, places and flags found, records on file held against them. */
export function settler({ bulk, run, actor, names }: Settler): (rows: readonly ImportRow[]) => Promise<StagedRow[]> {
  const book = sourceBook(bulk, run.id);
  const known: Names = { speaker: names.speaker, place: names.place, source: book.known };
  return async (rows) => {
    await book.prepare(rows.flatMap(sourcesOf));
    const read = rows.map((row) => ({ row, content: row.incident === null || row.result === "rejected" ? null : stagedContent(row.incident, known) }));
    const live = read.filter(({ row }) => row.result !== "rejected" && row.result !== "duplicate");
    const targets = await findTargets(actor, live.flatMap(({ row, content }) => (row.externalId === null ? [] : [{ externalId: row.externalId, digest: row.digest, view: content?.view ?? null }])));
    const twins = await findTwins(live.flatMap(({ row }) => (row.externalId === null ? [row.digest] : [])));
    const fresh = live.flatMap(({ row, content }) => (content && !(row.externalId !== null && targets.has(row.externalId)) ? [{ record: row.record, content }] : []));
    const likes = await findLikes(actor, fresh, names.formsOf);
    return read.map(({ row, content }): StagedRow => {
      const { result, reasons, digest, externalId } = row;
      const target = externalId === null ? undefined : targets.get(externalId);
      const outcome = settled({ row: { result, reasons, digest, externalId, hasContent: content !== null }, target, twin: externalId === null ? twins.get(digest) : undefined, like: likes.get(row.record) });
      const isKept = content !== null && outcome.effect !== "SKIP" && outcome.effect !== "REJECT";
      return { row, settled: outcome, content: isKept ? content : null, snapshot: isKept ? markedSnapshot(content, run) : null };
    });
  };
}

const sourcesOf = ({ incident }: ImportRow): Parameters<SourceBook["prepare"]>[0] =>
  incident === null ? [] : [...incident.sources, ...[...incident.claims, ...incident.casualties].flatMap((line) => line.source ?? [])];
