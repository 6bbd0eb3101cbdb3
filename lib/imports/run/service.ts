import { actorOfPerson } from "@/lib/auth/actor-of-person";
import { isRefusedByDatabase, transaction } from "@/lib/db/transaction";
import { evidenceStorage } from "@/lib/evidence/storage/service";
import type { Actor } from "@/lib/kernel/actor";
import { conflict } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { findPerson } from "@/lib/people/queries";
import { log } from "@/lib/server/log";
import { commitRun, type Committed } from "../commit/service";
import { withFile } from "../intake/service";
import { planImport, readImport } from "../reading/pipeline";
import { problemsOf, readFile, type Reader } from "../staging/service";
import { findRun, moveRun, type ImportProblem, type StoredRun } from "../store";
import { nextStatus } from "./domain";

const productReader: Reader = { planImport, readImport };

type Which = { importId: number; reading: number };

/**
 * Reads the file of an import and puts its records down; does nothing where another reading was asked for since. It acts as the importer, who
 * must still be one. A file that brings the reader down fails by itself and is not tried again.
 */
export async function readRun({ importId, reading }: Which, { now, reader = productReader }: { now: Date; reader?: Reader }): Promise<void> {
  const run = await findRun(importId);
  if (!run || run.reading !== reading || nextStatus(run.status, "stage") === undefined) return;
  const actor = await importerOf(run);
  if (!actor) return fail(run, now, { code: "importer_gone", message: "The account that brought the file in may not act any more." });
  try {
    const read = await withFile(run, await evidenceStorage(), async (file) => {
      await readFile({ run, actor, file, reader }, now);
      return true;
    });
    if (!read) await fail(run, now, { code: "file_gone", message: "The file is not in the store any more; bring it in again." });
  } catch (error) {
    log.error({ err: error, importId }, "reading an import failed");
    await fail(run, now, { code: "unexpected", message: "Something went wrong on our side while the file was read. Nothing was kept; it can be read again." });
  }
}

const fail = async (run: StoredRun, now: Date, problem: ImportProblem): Promise<void> =>
  void (await transaction(async (tx) => ok(await moveRun(tx, { id: run.id, reading: run.reading, command: "fail", now }, { problems: [problem] }))));

/** The importer as an actor right now; undefined where the account is closed. */
const importerOf = async (run: StoredRun): Promise<Actor | undefined> => actorOfPerson(await findPerson(run.authorId));

/** Writes an import that was asked to be written. Refused as a whole it goes back to be looked at, with the reason. */
export async function writeRun({ importId, reading }: Which, now: Date): Promise<Result<Committed>> {
  const run = await findRun(importId);
  if (!run || run.reading !== reading || run.status !== "COMMITTING") return refuse(conflict("The import is not waiting to be written."));
  if (!(await importerOf(run))) return givenBack(run, now, refuse(conflict("The account that brought the file in may not act any more.")));
  const written = await committed(run, now);
  return written.ok ? written : givenBack(run, now, written);
}

/** What the database itself refuses is refused again however often it is tried: the batch goes back. Anything else is a job to be tried again. */
async function committed(run: StoredRun, now: Date): Promise<Result<Committed>> {
  try {
    return await commitRun(run, now);
  } catch (error) {
    if (!isRefusedByDatabase(error)) throw error;
    log.error({ err: error, importId: run.id }, "the database refused an import");
    return refuse(conflict("The database refused one of the records, so nothing was written. Read the file again; should it happen again, send us the import's number."));
  }
}

async function givenBack(run: StoredRun, now: Date, refused: Extract<Result<never>, { ok: false }>): Promise<Result<never>> {
  await transaction(async (tx) => ok(await moveRun(tx, { id: run.id, reading: run.reading, command: "giveBack", now }, { problems: problemsOf(refused.refusal) })));
  return refused;
}
