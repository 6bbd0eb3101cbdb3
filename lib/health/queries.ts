import { db } from "@/lib/db/client";
import type { AppliedMigration } from "./domain";

/** The migrations that the database records. A database without that table has none; one that can't be reached throws. */
export async function listAppliedMigrations(): Promise<AppliedMigration[]> {
  const [table] = await db().$queryRaw<{ isThere: boolean }[]>`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "isThere"`;
  if (!table?.isThere) return [];
  return db().$queryRaw<AppliedMigration[]>`
    SELECT migration_name AS name, finished_at IS NOT NULL AS "isFinished" FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`;
}
