import { db } from "@/lib/db/client";
import { findWorkerSilence } from "@/lib/jobs/queries";
import type { JobFigures } from "./service";

/** Jobs by what becomes of them, as graphile-worker's own view tells, and when a worker was last heard of. */
export async function findJobFigures(): Promise<JobFigures> {
  const [row] = await db().$queryRaw<Record<"due" | "later" | "running" | "given_up", number>[]>`
    SELECT count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at <= now())::float8 AS due,
           count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts AND run_at > now())::float8 AS later,
           count(*) FILTER (WHERE locked_at IS NOT NULL)::float8 AS running,
           count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts)::float8 AS given_up
      FROM graphile_worker.jobs`;
  return { counts: { ...row }, silence: await findWorkerSilence() };
}
