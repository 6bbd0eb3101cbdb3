import { db } from "@/lib/db/client";

/** Seconds since a worker was last heard of, by the database's own clock; undefined where there never was one, or no table to tell of it yet. */
export async function findWorkerSilence(): Promise<number | undefined> {
  const [table] = await db().$queryRaw<{ isThere: boolean }[]>`SELECT to_regclass('job_worker') IS NOT NULL AS "isThere"`;
  if (!table?.isThere) return undefined;
  const [row] = await db().$queryRaw<{ seconds: number | null }[]>`SELECT extract(epoch FROM now() - max(seen_at))::float8 AS seconds FROM job_worker`;
  return row?.seconds ?? undefined;
}
