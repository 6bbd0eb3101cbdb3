import type { Tx } from "@/lib/db/transaction";
import { unlessTaken } from "@/lib/db/unless-taken";
import { conflict } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { Settings } from "../domain/settings";

type NewRuleSet = { readonly version: string; readonly settings: Settings; readonly reason: string; readonly recordedAt: Date; readonly createdById: number };

/** Every version's name, the one in force first. */
export async function listVersions(tx: Tx): Promise<string[]> {
  return (await tx.ruleSet.findMany({ select: { version: true }, orderBy: { recordedAt: "desc" } })).map((row) => row.version);
}

/** Inserts a version; a name that is taken, or another one recorded at the same instant, is a conflict, told by the database's own code. */
export async function insertRuleSet(tx: Tx, row: NewRuleSet): Promise<Result<undefined>> {
  const kept = await unlessTaken(() => tx.ruleSet.create({ data: row, select: { version: true } }));
  return kept ? ok(undefined) : refuse(conflict("Other rules were recorded at this moment; look at what they change and try again."));
}
