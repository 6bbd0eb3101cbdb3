import type { Bulk } from "@/lib/db/bulk";

/** Takes one row out, so that its mended form can stand in its place. Only while the import is being looked at. */
export async function takeOut(bulk: Bulk, importId: number, record: number): Promise<void> {
  await bulk.query("DELETE FROM import_row WHERE import_id = $1 AND record = $2 AND EXISTS (SELECT 1 FROM import_run WHERE id = $1 AND status = 'READY' FOR NO KEY UPDATE)", [importId, record]);
}
