import { foldCounts, recountAll } from "./store";

/** Brings the kept counts of the map back to their size; what they say stays the same. Gives how many lines were folded. */
export const foldMapCounts = (): Promise<number> => foldCounts();

/** Counts the map's bins anew from the records alone. `differed` is in how many lines what was kept was not what the records say: other than 0 is a defect, which the same run repairs. */
export const rebuildMapCounts = async (): Promise<{ differed: number }> => ({ differed: await recountAll() });
