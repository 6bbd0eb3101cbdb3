/** The migrations that this code was written against. A unit test holds the list to the folder `prisma/migrations`. */
export const expectedMigrations = [
  "20261124000000_tables",
  "20261124000100_rules",
  "20261124000200_idempotency",
  "20261124000300_audit_filters",
  "20261125000100_rule_sets_and_decisions",
  "20261125000200_board_results",
  "20261125000210_board_reach",
  "20261125000400_agreement_files",
  "20261125000500_truce_outcomes",
  "20261125000700_evidence",
  "20261125000800_audit_chain",
  "20261125000900_duplicates",
  "20261125000910_correction_requests",
  "20261125000920_comments_and_presence",
  "20261125000930_source_gradings",
  "20261125001000_protection",
  "20261125001100_desk_rules",
  "20261125001200_imports",
  "20261125001300_exports",
  "20261125001400_reports",
  "20261125001600_rollups",
  "20261125001690_views_are_read",
  "20261125001700_search",
  "20261126000010_kept_by_looking_up",
  "20261126000020_map_bins",
  "20261126000030_board_reading",
  "20261126000300_found_by_index",
  "20261126000400_accounts",
] as const;

/** A migration as the database records it. */
export type AppliedMigration = { name: string; isFinished: boolean };

/** What the database says of itself and of the jobs; undefined where it says nothing. */
export type Signs = { readonly applied: readonly AppliedMigration[]; /** Undefined where no worker was ever there. */ readonly workerSilence: number | undefined };

export type Readiness = {
  isReady: boolean;
  database: "reachable" | "unreachable";
  missingMigrations: string[];
  unfinishedMigrations: string[];
  /** Whether a process that runs jobs was heard of lately; that it gets through them is not said. */
  worker: "running" | "silent" | "unknown";
};

/** Seconds after which a worker counts as silent; one that runs is heard of every 15. */
const longestSilence = 60;

/** Whether requests can be served and the work they leave behind is done, from what the database says. */
export function readinessOf(signs: Signs | undefined, expected: readonly string[] = expectedMigrations): Readiness {
  if (!signs) return { isReady: false, database: "unreachable", missingMigrations: [], unfinishedMigrations: [], worker: "unknown" };
  const { applied, workerSilence = Infinity } = signs;
  const finished = new Set(applied.filter((migration) => migration.isFinished).map((migration) => migration.name));
  const missingMigrations = expected.filter((name) => !finished.has(name));
  const unfinishedMigrations = [...new Set(applied.filter((migration) => !migration.isFinished && !finished.has(migration.name)).map((migration) => migration.name))];
  const worker = workerSilence <= longestSilence ? "running" : "silent";
  const isReady = missingMigrations.length === 0 && unfinishedMigrations.length === 0 && worker === "running";
  return { isReady, database: "reachable", missingMigrations, unfinishedMigrations, worker };
}
