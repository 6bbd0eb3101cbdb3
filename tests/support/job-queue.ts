import { Logger, runOnce } from "graphile-worker";
import { db } from "@/lib/db/client";
import { tasks } from "@/lib/jobs/tasks/service";

export type WaitingJob = { id: string; task: string; key: string | null; payload: unknown; attempts: number; lastError: string | null; lockedBy: string | null; isDue: boolean };

/** The jobs in the queue, the oldest first. */
export const jobs = (): Promise<WaitingJob[]> => db().$queryRaw<WaitingJob[]>`
  SELECT j.id::text AS id, t.identifier AS task, j.key, j.payload, j.attempts::int AS attempts, j.last_error AS "lastError", j.locked_by AS "lockedBy", j.run_at <= now() AS "isDue"
  FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY j.id`;

export const emptyQueue = async (): Promise<void> => void (await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`);

/** Lets the time pass that waiting jobs wait for. */
export const makeDue = async (): Promise<void> => void (await db().$executeRaw`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE run_at > now()`);

/** Runs what is due and returns when nothing is left. What the library says is left out. */
export const runDueJobs = (): Promise<void> =>
  runOnce({ connectionString: process.env["DATABASE_URL"] ?? "", taskList: tasks, noHandleSignals: true, logger: new Logger(() => () => undefined) });

export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
