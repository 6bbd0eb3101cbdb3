import type { Tx } from "@/lib/db/transaction";
import { db } from "@/lib/db/client";
import { type Job, jobPayloads } from "./schema";

/**
 * Adds a job inside the caller's transaction: it is run after the commit, and with a rollback it never was. A keyed job
 * locks its key until the commit; a transaction that adds several keyed jobs adds them in the order of their keys.
 */
export async function enqueue(tx: Tx, { task, payload, key, afterSeconds = 0 }: Job): Promise<void> {
  const text = JSON.stringify(jobPayloads[task].parse(payload));
  await tx.$executeRaw`
    SELECT 1 FROM graphile_worker.add_job(${task}::text, payload := ${text}::json, job_key := ${key ?? null}::text, job_key_mode := 'preserve_run_at', run_at := now() + make_interval(secs => ${afterSeconds}::int))`;
}

/** How long a worker may be silent before its jobs are given to others. It speaks far more often. */
const silenceSeconds = 120;

/** Writes down that these workers are there, and gives back the jobs of those that are not: a process that was killed says no goodbye. */
export async function reportWorkers(ids: readonly string[]): Promise<void> {
  await db().$executeRaw`
    INSERT INTO job_worker (id, seen_at) SELECT id, now() FROM unnest(${[...ids]}::text[]) AS id ORDER BY id
    ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at`;
  await db().$executeRaw`
    WITH silent AS (
      SELECT coalesce(array_agg(DISTINCT locked_by), '{}') AS ids FROM graphile_worker.jobs
      WHERE locked_at < now() - make_interval(secs => ${silenceSeconds}::int)
        AND locked_by NOT IN (SELECT id FROM job_worker WHERE seen_at > now() - make_interval(secs => ${silenceSeconds}::int))
    ) SELECT graphile_worker.force_unlock_workers(ids) FROM silent WHERE ids <> '{}'`;
}

/** These workers have stopped; and those that were not heard of for a day never will be. */
export async function forgetWorkers(ids: readonly string[]): Promise<void> {
  await db().$executeRaw`DELETE FROM job_worker WHERE id = ANY (${[...ids]}::text[]) OR seen_at < now() - interval '1 day'`;
}
