import { clearRows, clearSources } from "./store";

/** Takes out what an ended import leaves in the waiting tables: of a written one the rows that were written or skipped, of a cancelled one all. Done again it does no harm. */
export async function clearRun(importId: number): Promise<void> {
  for (let after: number | undefined = 0; after !== undefined; ) after = await clearRows(importId, after);
  await clearSources(importId);
}
