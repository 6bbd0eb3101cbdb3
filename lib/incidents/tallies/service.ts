import { longTransaction } from "@/lib/db/transaction";
import { ok, type Result } from "@/lib/kernel/result";
import { countDrift, countRecords, foldFresh, rebuild } from "./store";

/**
 * Folds what was written to the rollup since the last time. Writers only ever add rows, so that none waits for another; folded, they are few
 * and quick to read. Readers see the same sums before and after. Gives how many rows were folded.
 */
export const foldTallies = (): Promise<number> => foldFresh();

/** How many records were counted, and how many rows of the rollup said something else than the records. */
export type Recount = { readonly records: number; readonly differed: number };

/** Holds the rollup against the records. Where they differ, which is a defect of the product, it is made anew from the records. */
export const recountTallies = (): Promise<Result<Recount>> =>
  longTransaction(async (tx) => {
    const differed = await countDrift(tx);
    if (differed > 0) await rebuild(tx);
    return ok({ records: await countRecords(tx), differed });
  });
