import { db } from "@/lib/db/client";

/** Folds the lines that writers added since the last time into one each, in one step that readers see whole. Gives how many lines went. */
export async function foldCounts(): Promise<number> {
  const [row] = await db().$queryRaw<{ folded: number }[]>`SELECT fold_map_bins()::int AS folded`;
  return row?.folded ?? 0;
}

/** Counts everything anew from the records; writers of records wait meanwhile. Gives in how many lines the kept counts were wrong. */
export async function recountAll(): Promise<number> {
  const [, drift] = await db().$transaction([
    // A million records take longer than a page may.
    db().$executeRaw`SET LOCAL statement_timeout = 0`,
    db().$queryRaw<{ lines: number }[]>`SELECT count(*)::int AS lines FROM map_bin_drift`,
    db().$executeRaw`SELECT rebuild_map_bins()`,
  ]);
  return drift[0]?.lines ?? 0;
}
