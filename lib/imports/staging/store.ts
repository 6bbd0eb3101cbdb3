import type { Bulk, BulkCell } from "@/lib/db/bulk";
import type { ImportRow } from "../domain/row";
import type { StagedContent } from "./domain";
import type { Settled } from "./settling/domain";

/** A row as it is put down: what was read, what becomes of it, and the record that it makes. */
export type StagedRow = { row: ImportRow; settled: Settled; content: StagedContent | null; snapshot: string | null };

const columns = [
  "import_id", "record", "result", "effect", "offer", "reason_codes", "reasons", "cells", "external_id", "digest", "content", "place_id", "place_name", "new_sources", "target_id", "target_version", "changed", "like_id", "is_mended",
] as const;

/** Puts the rows down, inside the caller's transaction. The cells of a row about which nothing was said are not kept, unless somebody mended them. */
export function stageRows(bulk: Bulk, { importId, isMended = false }: { importId: number; isMended?: boolean }, rows: readonly StagedRow[]): Promise<void> {
  return bulk.copyIn({ table: "import_row", columns }, rows.map((staged) => cellsOf(importId, staged, isMended)));
}

const noContent = { placeId: null, placeName: null, newSources: [] } as const;
const noTarget = { id: null, version: null, changed: [] } as const;

function cellsOf(importId: number, { row, settled, content, snapshot }: StagedRow, isMended: boolean): readonly BulkCell[] {
  const { result, effect, offer, reasons, likeId } = settled;
  const { placeId, placeName, newSources } = content ?? noContent;
  const { id, version, changed = [] } = settled.target ?? noTarget;
  const cells = reasons.length === 0 && !isMended ? "{}" : JSON.stringify(row.cells);
  return [
    importId, row.record, result, effect, offer, [...new Set(reasons.map((reason) => reason.code))], JSON.stringify(reasons), cells,
    row.externalId, row.digest, snapshot, placeId, placeName, newSources, id, version, changed, likeId, isMended,
  ];
}

/** Takes out what an earlier reading put down. */
export async function clearStaged(bulk: Bulk, importId: number): Promise<void> {
  await bulk.query("DELETE FROM import_row WHERE import_id = $1", [importId]);
  await bulk.query("DELETE FROM import_source WHERE import_id = $1", [importId]);
}

/** Whether nobody else is reading this import: held until the transaction ends, or the process. */
export async function holdReading(bulk: Bulk, importId: number): Promise<boolean> {
  const [row] = await bulk.query<{ isHeld: boolean }>(`SELECT pg_try_advisory_xact_lock(hashtextextended('import_reading', $1)) AS "isHeld"`, [importId]);
  return row?.isHeld === true;
}
