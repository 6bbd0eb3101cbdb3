import { bulkTransaction, type Bulk } from "@/lib/db/bulk";
import { transaction } from "@/lib/db/transaction";
import type { Actor } from "@/lib/kernel/actor";
import { conflict, invalid } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { ImportPlan } from "../../domain/plan";
import type { ImportRow } from "../../domain/row";
import { heldRun } from "../../held/service";
import { findRow } from "../../queries";
import { readCells } from "../../reading/pipeline";
import { readNamesOnFile } from "../../references/queries";
import type { MendInput } from "../../schema";
import { settler } from "../../staging/service";
import { stageRows } from "../../staging/store";
import type { StoredRun } from "../../store";
import { settleCounts } from "../service";
import { takeOut } from "./store";

type Mended = { record: number; result: ImportRow["result"] };

/**
 * Reads one record again with cells that somebody put right, by the same reader and rules, and puts it in the place of the old one; the
 * other records are not read. What was decided on the record falls away.
 */
export async function mendRow(actor: Actor, input: MendInput, now: Date): Promise<Result<Mended>> {
  const open = await mendable(actor, input);
  if (!open.ok) return open;
  const { run, plan, cells: old } = open.value;
  const cells = mendedCells(plan, old, input.cells);
  if (!cells.ok) return cells;
  const names = await readNamesOnFile(now.toISOString().slice(0, 10));
  const mended = { ...readCells(cells.value, plan, names.references), record: input.record, cells: cells.value };
  const placed = await bulkTransaction(async (bulk) => ok(await placeRow(bulk, { run, actor, names }, mended)));
  if (!placed.ok) return placed;
  return transaction(async (tx) => {
    const held = await heldRun(tx, actor, { id: run.id, command: "decide" });
    if (!held.ok) return held;
    const twice = await settleCounts(tx, run.id, now);
    return twice ? refuse(twice) : ok({ record: input.record, result: placed.value });
  });
}

/** The record's cells with the import that they are of; refused where it is not looked at, or nothing is to be mended. */
async function mendable(actor: Actor, { id, record }: Pick<MendInput, "id" | "record">): Promise<Result<{ run: StoredRun; plan: ImportPlan; cells: Record<string, string> }>> {
  const run = await transaction((tx) => heldRun(tx, actor, { id, command: "decide" }));
  if (!run.ok) return run;
  const row = await findRow(id, record);
  const isOpen = row !== undefined && (row.effect === "HOLD" || row.effect === "REJECT" || row.decision !== null || row.isMended);
  return isOpen && run.value.plan ? ok({ run: run.value, plan: run.value.plan, cells: row.cells }) : refuse(conflict("This record is not one that can be mended here."));
}

/** Cells are kept up to this length beside a row; a longer one is not there whole, and can't be mended in its place. */
const keptCellLength = 2000;

/** The row's cells with the mended ones in place. Refused for headers that the file has not, and where a cell was kept in part only. */
function mendedCells(plan: ImportPlan, cells: Readonly<Record<string, string>>, given: Readonly<Record<string, string>>): Result<Record<string, string>> {
  const unknown = Object.keys(given).find((header) => !plan.headers.includes(header));
  if (unknown !== undefined) return refuse(invalid(`cells.${unknown}`, "unknown_column", `The file has no column “${unknown.slice(0, 60)}”.`));
  const cut = Object.entries(cells).find(([header, cell]) => cell.length >= keptCellLength && !(header in given));
  if (cut) return refuse(invalid(`cells.${cut[0]}`, "too_long_to_mend", `The cell “${cut[0].slice(0, 60)}” is too long to be mended here; put it right in the file and bring that in.`));
  return ok({ ...cells, ...given });
}

type Surroundings = { run: StoredRun; actor: Actor; names: Awaited<ReturnType<typeof readNamesOnFile>> };

async function placeRow(bulk: Bulk, surroundings: Surroundings, row: ImportRow): Promise<ImportRow["result"]> {
  const [staged] = await settler({ bulk, ...surroundings })([row]);
  if (!staged) throw new Error("a row went in and none came out");
  await takeOut(bulk, surroundings.run.id, row.record);
  // Its cells stay beside it even where nothing is wrong with it any more: it may be mended once more.
  await stageRows(bulk, { importId: surroundings.run.id, isMended: true }, [staged]);
  return staged.settled.result;
}
