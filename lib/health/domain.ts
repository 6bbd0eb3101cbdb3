/** The migrations that this code was written against. A unit test holds the list to the folder `prisma/migrations`. */
export const expectedMigrations = ["20261124000000_tables", "20261124000100_rules", "20261124000200_idempotency", "20261124000300_audit_filters", "20261125000700_evidence"] as const;

/** A migration as the database records it. */
export type AppliedMigration = { name: string; isFinished: boolean };

export type Readiness = { isReady: boolean; database: "reachable" | "unreachable"; missingMigrations: string[]; unfinishedMigrations: string[] };

/** Whether requests can be served, from what the database says; `applied` is undefined where it says nothing. */
export function readinessOf(applied: readonly AppliedMigration[] | undefined, expected: readonly string[] = expectedMigrations): Readiness {
  if (!applied) return { isReady: false, database: "unreachable", missingMigrations: [], unfinishedMigrations: [] };
  const finished = new Set(applied.filter((migration) => migration.isFinished).map((migration) => migration.name));
  const missingMigrations = expected.filter((name) => !finished.has(name));
  const unfinishedMigrations = [...new Set(applied.filter((migration) => !migration.isFinished && !finished.has(migration.name)).map((migration) => migration.name))];
  return { isReady: missingMigrations.length === 0 && unfinishedMigrations.length === 0, database: "reachable", missingMigrations, unfinishedMigrations };
}
