import type { Tx } from "@/lib/db/transaction";
import type { IncidentView } from "@/lib/incidents/domain/record";
import { conflict } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import { filledSnapshot } from "../../staging/domain";
import { givenContent, updatedView } from "../rewriting/domain";
import { holdRecords, rewriteRecords, rewritingSize, type HeldRecord, type Rewriting } from "../rewriting/store";
import type { Batch } from "../store";
import { insertUpdateRecords, nextUpdates, type UpdateRow } from "./store";

/** Writes the rows that update a record on file; refused where one of these is not as it was when the rows were held against it. */
export async function writeUpdates(tx: Tx, batch: Batch): Promise<Result<{ bundles: number[]; count: number }>> {
  const bundles: number[] = [];
  let count = 0;
  for (let after = 0; ; ) {
    const rows = await nextUpdates(tx, batch.importId, { after, size: rewritingSize });
    const last = rows.at(-1);
    if (!last) return ok({ bundles, count });
    const written = await writeSome(tx, batch, rows);
    if (!written.ok) return written;
    bundles.push(...written.value);
    count += rows.length;
    after = last.record;
  }
}

async function writeSome(tx: Tx, batch: Batch, rows: readonly UpdateRow[]): Promise<Result<number[]>> {
  const held = await holdRecords(tx, rows.map((row) => row.targetId));
  const rewritings: (Rewriting & { row: UpdateRow; before: Omit<HeldRecord, "record"> })[] = [];
  for (const row of rows) {
    const found = held.get(row.targetId);
    const after = found && found.record.version === row.targetVersion ? updatedView(found.record.view, givenContent(viewOf(row)), batch.now) : undefined;
    if (!found || !after) return refuse(conflict(`What is on file has changed since this file was read; read it again. Record ${row.record}: ${found?.record.view.reference ?? "its record"} was changed meanwhile.`));
    rewritings.push({ record: found.record, after, place: { placeId: row.placeId, placeName: row.placeName }, row, before: { place: found.place, linePlaces: found.linePlaces } });
  }
  const bundles = await rewriteRecords(tx, { ...batch, event: "incident.imported" }, rewritings);
  await insertUpdateRecords(tx, batch.importId, rewritings.map(({ row, record, after, before }) => ({ row, versionAfter: after.version, before: { ...before.place, linePlaces: before.linePlaces, version: record.version } })));
  return ok(bundles);
}

/** The view that the row makes; its marks are of no account, since a record that is on file has its number and days. */
const viewOf = (row: UpdateRow): IncidentView => JSON.parse(filledSnapshot(row.content, { id: row.targetId, reference: "", at: "", workflow: "DRAFT" })) as IncidentView;
