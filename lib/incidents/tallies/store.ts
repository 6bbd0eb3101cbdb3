import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";

/** Lays the rows that were written since the last fold into the folded ones; how many those were. */
export async function foldFresh(): Promise<number> {
  const [row] = await db().$queryRaw<{ taken: bigint }[]>`SELECT fold_tallies() + fold_map_bins() AS taken`;
  return Number(row?.taken ?? 0);
}

/** How many rows of the rollup, or of the bins of the map, say something else than the records do, at one moment. */
export async function countDrift(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRaw<{ differing: bigint }[]>`SELECT (SELECT count(*) FROM incident_tally_drift) + (SELECT count(*) FROM incident_facet_drift) + (SELECT count(*) FROM map_bin_drift) AS differing`;
  return Number(row?.differing ?? 0);
}

/** Makes the rollup and the bins of the map anew from the records. Writers of records wait until the transaction ends. */
export async function rebuild(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT rebuild_tallies(), rebuild_map_bins()`;
}

/** How many records the rollup was counted from. */
export const countRecords = (tx: Tx): Promise<number> => tx.incident.count();
