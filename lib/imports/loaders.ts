import { notFound } from "next/navigation";
import { requireActor } from "@/lib/auth/session";
import { listSpeakers, type CodeChoice } from "@/lib/incidents/form/queries";
import { columnsOf } from "./formats/domain";
import { importLimitBytes } from "./intake/service";
import type { ImportChoices, ImportPlan } from "./domain/plan";
import type { SavedMapping } from "./mapping/domain";
import { findSavedMapping, listMappedSources } from "./mapping/queries";
import { importScopeOf, mayImport, whyNotImportCommand, type ImportScope } from "./policy";
import { findImport, listImports, listRows, listUnknownValues, listWritten, type RunRecord } from "./queries";
import type { RowView, UnknownValue, WrittenRecord } from "./rows/domain";
import { importCommands, nextStatus, type ImportCommand, type ImportLine } from "./run/domain";
import { rowFilter, type ImportView, type RowFilter } from "./schema";
import { findDifference, type Difference } from "./difference/queries";

async function requireScope(): Promise<{ scope: ImportScope; actor: Awaited<ReturnType<typeof requireActor>> }> {
  const actor = await requireActor();
  const scope = importScopeOf(actor);
  if (!scope) notFound();
  return { scope, actor };
}

export type ImportListPage = { imports: ImportLine[]; mayImport: boolean; limitBytes: number; sources: string[] };

/** The latest imports, and what the form for a new one needs; not found for roles that see no drafts. */
export async function loadImports(): Promise<ImportListPage> {
  const { scope, actor } = await requireScope();
  const [imports, sources] = await Promise.all([listImports(scope), listMappedSources()]);
  return { imports, mayImport: mayImport(actor), limitBytes: importLimitBytes(), sources };
}

export type ImportPage = {
  run: ImportView;
  author: string;
  plan: ImportPlan | null;
  choices: ImportChoices;
  allowed: ImportCommand[];
  saved: SavedMapping | null;
  filter: RowFilter;
  rows: RowView[];
  next: number | null;
  written: WrittenRecord[];
  writtenNext: number | null;
  /** What a header can be read as. */
  columns: readonly string[];
  unknown: UnknownValue[];
  speakers: CodeChoice[];
};

/** One import with a page of its rows; not found where the reader may not know of it. */
export async function loadImport(id: number, search: Record<string, string | string[] | undefined>): Promise<ImportPage> {
  const { scope, actor } = await requireScope();
  const found = isNumber(id) ? await findImport(scope, id) : undefined;
  if (!found) notFound();
  const { view: run, plan } = found;
  const filter = rowFilter.parse(search);
  const isWritten = run.status === "COMMITTED" || run.status === "UNDONE";
  const [page, written, saved, unknown, speakers] = await Promise.all([
    listRows(id, filter),
    isWritten && filter.effect === undefined ? listWritten(id, filter.after) : Promise.resolve({ records: [], next: null }),
    plan === null ? undefined : findSavedMapping(plan.headers),
    run.status === "READY" ? listUnknownValues(id) : [],
    listSpeakers(),
  ]);
  return {
    unknown, speakers, columns: plan === null ? [] : columnsOf(plan.format), run, author: found.author, plan, choices: found.choices as ImportChoices, allowed: allowedOf(actor, found), saved: saved ?? null, filter, ...page,
    written: written.records, writtenNext: written.next,
  };
}

const allowedOf = (actor: Awaited<ReturnType<typeof requireActor>>, { view, facts }: RunRecord): ImportCommand[] =>
  importCommands.filter((command) => nextStatus(view.status, command) !== undefined && whyNotImportCommand(actor, command, facts) === undefined && !(view.dryRun && command === "commit"));

export type ImportRowPage = { run: ImportView; row: RowView; headers: readonly string[]; map: Record<string, string>; mayMend: boolean; difference: Difference | null };

/** One row with its cells, and how it differs from the record on file; not found where the reader may not know of it. */
export async function loadImportRow(id: number, record: number): Promise<ImportRowPage> {
  const { scope, actor } = await requireScope();
  const found = isNumber(id) && isNumber(record) ? await findImport(scope, id) : undefined;
  const difference = found && (await findDifference(actor, id, record));
  if (!found || !difference) notFound();
  return { run: found.view, row: difference.row, headers: found.plan?.headers ?? [], map: found.plan?.map ?? {}, mayMend: allowedOf(actor, found).includes("decide"), difference: difference.difference };
}

/** Ids are PostgreSQL's `integer`; anything else names nothing. */
const isNumber = (id: number): boolean => Number.isInteger(id) && id > 0 && id <= 2_147_483_647;
