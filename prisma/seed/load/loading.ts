import type { Actor } from "@/lib/kernel/actor";
import type { Result } from "@/lib/kernel/result";

/** Who loads, and the one instant at which the whole load happens. */
export type Loading = { importer: Actor; reviewers: readonly [Actor, Actor]; now: Date };

/** The value of an accepted row. A refusal of reference data is a defect of the files or tables: it stops the load and names the row. */
export function accepted<T>(key: string, result: Result<T>): T {
  if (result.ok) return result.value;
  const { refusal } = result;
  const why = refusal.kind === "invalid" ? refusal.errors.map((error) => `${error.path}: ${error.message}`).join("; ") : "reason" in refusal ? refusal.reason : refusal.kind;
  throw new Error(`reference row ${key} was refused: ${why}`);
}

/** Loads the rows that are not there yet, one after the other, and counts them. */
export async function loadMissing<T>(rows: readonly T[], { keyOf, present, load }: { keyOf: (row: T) => string; present: Iterable<string>; load: (row: T) => Promise<Result<unknown>> }): Promise<number> {
  const known = new Set(present);
  const missing = rows.filter((row) => !known.has(keyOf(row)));
  for (const row of missing) accepted(keyOf(row), await load(row));
  return missing.length;
}
