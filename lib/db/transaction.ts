import { AsyncLocalStorage } from "node:async_hooks";
import type { Result } from "@/lib/kernel/result";
import type { Refusal } from "@/lib/kernel/refusal";
import { conflict, forbidden } from "@/lib/kernel/refusal";
import { db, type Tx } from "./client";

export type { Tx } from "./client";

class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super("rolled back by refusal");
  }
}

const companion = new AsyncLocalStorage<(tx: Tx, value: unknown) => Promise<void>>();

/** Every transaction that `run` commits also carries `write`, which gets what the transaction returns: both are kept, or neither. */
export const alongside = <T>(write: (tx: Tx, value: unknown) => Promise<void>, run: () => Promise<T>): Promise<T> => companion.run(write, run);

const ordinary = { timeout: 30_000, maxWait: 10_000 };

/** Runs `work` in one transaction. A refusal rolls everything back and is handed on as it is. */
export const transaction = <T>(work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> => bounded(work, ordinary);

/** The same for work on very many records, which takes minutes: for jobs and commands, never for a page. */
export const longTransaction = <T>(work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> =>
  bounded(
    async (tx) => {
      await tx.$executeRawUnsafe("SET LOCAL statement_timeout = 0");
      await tx.$executeRawUnsafe("SET LOCAL jit = off");
      await tx.$executeRawUnsafe("SET LOCAL work_mem = '64MB'");
      return work(tx);
    },
    { timeout: 6 * 3_600_000, maxWait: 60_000 },
  );

async function bounded<T>(work: (tx: Tx) => Promise<Result<T>>, limits: { timeout: number; maxWait: number }): Promise<Result<T>> {
  try {
    const value = await db().$transaction(
      async (tx) => {
        const result = await work(tx);
        if (!result.ok) throw new RolledBack(result.refusal);
        await companion.getStore()?.(tx, result.value);
        return result.value;
      },
      limits,
    );
    return { ok: true, value };
  } catch (error) {
    const refusal = error instanceof RolledBack ? error.refusal : refusalOfDatabaseRule(error);
    if (!refusal) throw error;
    return { ok: false, refusal };
  }
}

/** Runs `work` as `transaction` would and takes everything back: a dry run that meets the same rules. */
export async function rehearsal<T>(work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
  const held: { value?: T } = {};
  const result = await transaction<T>(async (tx) => {
    const done = await work(tx);
    if (!done.ok) return done;
    held.value = done.value;
    return { ok: false, refusal: rehearsed };
  });
  if (result.ok || result.refusal !== rehearsed || !("value" in held)) return result;
  return { ok: true, value: held.value };
}

/** No answer to anybody: the mark by which a rehearsal that went well is told from a refusal. */
const rehearsed: Refusal = conflict("a rehearsal is taken back");

/** A rule that the database holds (see the `rules` migration), told apart by SQLSTATE, never by wording. */
function refusalOfDatabaseRule(error: unknown): Refusal | undefined {
  const code = sqlStateOf(error);
  if (code === "TL002") return forbidden("The author and the last editor of a record can't decide on it.");
  if (code === "TL005") return forbidden("This takes a reviewer in office, and a second one where a status gets worse; rules take an administrator.");
  if (code === "TL006") return conflict("The decision does not fit the duty as it stands; load it again.");
  if (code === "TL003") return conflict("The record is not in a state that allows this; load it again.");
  if (code === "40001" || code === "40P01" || code === "P2034") return conflict("Somebody else changed this at the same moment; try again.");
  return undefined;
}

/** Whether the database refused what was to be written (a value out of range, a rule broken): the same again is refused again. */
export const isRefusedByDatabase = (error: unknown): boolean => /^2[23]/.test(sqlStateOf(error) ?? "");

/** Whether the database gave a statement up because it took longer than those who wait for it would. */
export const isGivenUp = (error: unknown): boolean => sqlStateOf(error) === "57014";

function sqlStateOf(error: unknown): string | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Object && depth < 6; depth++) {
    const fields = at as { code?: unknown; originalCode?: unknown; cause?: unknown; meta?: { driverAdapterError?: unknown } };
    for (const code of [fields.originalCode, fields.code]) if (typeof code === "string" && /^(TL\d{3}|4000?1|40P01|P2034|2[23][0-9A-Z]{3}|57014)$/.test(code)) return code;
    at = fields.cause ?? fields.meta?.driverAdapterError;
  }
  return undefined;
}
