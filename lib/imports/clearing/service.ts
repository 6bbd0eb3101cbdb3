import { clearRows, clearSources } from "./store";

/** Takes out what an ended import leaves in the waiting tables: of a written one the rows that were written or skipped, of a cancelled one all. Done again it does no harm. */
export async function clearRun(importId: number): Promise<void> {
  while ((await clearRows(importId)) > 0);
  await clearSources(importId);
}
