import type { ImportStatus } from "@/lib/codelists/import-status";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import type { ImportChoices, ImportPlan } from "./domain/plan";
import type { RowResult } from "./domain/row";
import type { ImportEffect } from "@/lib/codelists/import-effect";
import { importTable, nextStatus, type ImportCommand } from "./run/domain";

/** Something that a person has to know or do before the import goes on. */
export type ImportProblem = { code: string; message: string; path?: string };

export type Tally = { rowsRead: number; results: Partial<Record<RowResult, number>>; effects: Partial<Record<ImportEffect, number>>; reasons: Record<string, number> };

/** An import as its services work on it. */
export type StoredRun = {
  id: number;
  fileName: string;
  bytes: number;
  sha256: string;
  sourceName: string | null;
  choices: ImportChoices;
  plan: ImportPlan | null;
  status: ImportStatus;
  reading: number;
  problems: ImportProblem[];
  isDryRun: boolean;
  commitAs: "DRAFT" | "SUBMITTED";
  restriction: string | null;
  authorId: number;
  teamId: number;
  rowsRead: number;
  /** Rows that a commit writes. */
  written: number;
};

const runSelect = {
  id: true, fileName: true, bytes: true, sha256: true, sourceName: true, choices: true, plan: true, status: true, reading: true, problems: true, isDryRun: true,
  commitAs: true, restriction: true, authorId: true, teamId: true, rowsRead: true, effects: true,
} satisfies Prisma.ImportRunSelect;

function storedRun({ effects, ...row }: Prisma.ImportRunGetPayload<{ select: typeof runSelect }>): StoredRun {
  const { CREATE = 0, UPDATE = 0 } = effects as Tally["effects"];
  return {
    ...row,
    written: CREATE + UPDATE,
    bytes: Number(row.bytes),
    choices: row.choices as ImportChoices,
    plan: row.plan as ImportPlan | null,
    status: row.status as ImportStatus,
    problems: row.problems as ImportProblem[],
    commitAs: row.commitAs as StoredRun["commitAs"],
  };
}

/** The import as it is now; undefined where there is none. */
export async function findRun(id: number): Promise<StoredRun | undefined> {
  const row = await db().importRun.findUnique({ where: { id }, select: runSelect });
  return row === null ? undefined : storedRun(row);
}

/** The import, held against others' changes until the transaction ends; what is read or written for it meanwhile points to it and goes on. */
export async function lockRun(tx: Tx, id: number): Promise<StoredRun | undefined> {
  const held = await tx.$queryRaw<unknown[]>(Prisma.sql`SELECT 1 FROM import_run WHERE id = ${id} FOR NO KEY UPDATE`);
  if (held.length === 0) return undefined;
  return storedRun(await tx.importRun.findUniqueOrThrow({ where: { id }, select: runSelect }));
}

export type NewRun = { fileName: string; bytes: number; sha256: string; sourceName: string | null; choices: ImportChoices; isDryRun: boolean; commitAs: "DRAFT" | "SUBMITTED"; authorId: number; teamId: number; now: Date };

/** Adds an import that waits to be read; returns its number. */
export async function insertRun(tx: Tx, { now, ...run }: NewRun): Promise<number> {
  const row = await tx.importRun.create({ data: { ...run, status: "UPLOADED", total: run.bytes, createdAt: now, updatedAt: now }, select: { id: true } });
  return row.id;
}

export type RunChange = {
  plan?: ImportPlan | null;
  choices?: ImportChoices;
  sourceName?: string | null;
  commitAs?: "DRAFT" | "SUBMITTED";
  restriction?: string | null;
  problems?: ImportProblem[];
  tally?: Tally;
  total?: number;
  /** It is to be read anew. */
  isReadAnew?: boolean;
  committedAt?: Date;
  undone?: { at: Date; byId: number };
};

/** The states from which a command leads somewhere. */
const statesBefore = (command: ImportCommand): ImportStatus[] => (Object.keys(importTable) as ImportStatus[]).filter((status) => nextStatus(status, command) !== undefined);

/** Takes the import a step on, unless it is not in a state for it any more; true where the step was taken. */
export async function moveRun(tx: Tx, { id, command, reading, now }: { id: number; command: ImportCommand; reading?: number; now: Date }, change: RunChange = {}): Promise<boolean> {
  const data = { ...columnsOf(change), updatedAt: now };
  for (const status of statesBefore(command)) {
    const to = nextStatus(status, command) ?? status;
    const { count } = await tx.importRun.updateMany({ where: { id, status, ...(reading === undefined ? {} : { reading }) }, data: { ...data, status: to } });
    if (count > 0) return true;
  }
  return false;
}

/** What is left out of the change stays as it is. */
const columnsOf = ({ plan, tally, total, isReadAnew, undone, ...columns }: RunChange): Prisma.ImportRunUpdateManyMutationInput => ({
  ...columns,
  ...tally,
  ...(plan === undefined ? {} : { plan: plan ?? Prisma.DbNull }),
  ...(total === undefined ? {} : { total, done: 0 }),
  ...(isReadAnew ? { reading: { increment: 1 } } : {}),
  ...(undone === undefined ? {} : { undoneAt: undone.at, undoneById: undone.byId }),
});

const tellEveryMillis = 2000;

/**
 * Tells how far the work on an import is, outside any transaction, so that others see it while it goes on. Every two seconds at most: each row
 * that the work puts down looks its import up, past every state that it has had since the work began.
 */
export function progressTeller(id: number): (done: number) => Promise<void> {
  let told = Number.NEGATIVE_INFINITY;
  return async (done) => {
    if (performance.now() - told < tellEveryMillis) return;
    told = performance.now();
    await db().$executeRaw`UPDATE import_run SET done = ${done} WHERE id = ${id} AND done < ${done}`;
  };
}

/** Whether the work is still wanted: somebody may have cancelled it, or asked for another reading. */
export async function isWanted(id: number, { status, reading }: { status: ImportStatus; reading: number }): Promise<boolean> {
  return (await db().importRun.count({ where: { id, status, reading } })) === 1;
}
