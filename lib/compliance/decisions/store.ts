import type { Tx } from "@/lib/db/transaction";
import { unlessTaken } from "@/lib/db/unless-taken";
import { toStoredDay } from "@/lib/kernel/calendar-date";
import { conflict } from "@/lib/kernel/refusal";
import { ok, refuse, type Result } from "@/lib/kernel/result";
import type { StatusDecision } from "./domain/decision";
import { decisionFields, decisionOf } from "./queries";

/** Holds a duty, so that decisions on it come one after the other, and gives those taken so far, the newest first. */
export async function holdDecisions(tx: Tx, obligationId: number): Promise<StatusDecision[]> {
  await tx.$queryRaw`SELECT id FROM obligation WHERE id = ${obligationId} FOR NO KEY UPDATE`;
  const rows = await tx.statusDecision.findMany({ where: { obligationId }, select: decisionFields, orderBy: { id: "desc" } });
  return rows.map((row) => decisionOf(row));
}

export type NewDecision = Omit<StatusDecision, "id" | "knownAt" | "decidedAt" | "inForceAt" | "second"> & {
  readonly obligationId: number;
  readonly followsId: number | null;
  readonly decidedById: number;
  readonly now: Date;
  readonly isWaiting: boolean;
};

/** Inserts a decision, known and decided `now`; one that follows the same step as another is a conflict, told by the database's own code. */
export async function insertDecision(tx: Tx, { now, isWaiting, asOf, proposedOverlays, ...fields }: NewDecision): Promise<Result<{ id: number }>> {
  const instants = { knownAt: now, decidedAt: now, inForceAt: isWaiting ? null : now };
  return asConflict(() => tx.statusDecision.create({ data: { ...fields, ...instants, asOf: toStoredDay(asOf), proposedOverlays: [...proposedOverlays] }, select: { id: true } }));
}

type SecondWord = { readonly decisionId: number; readonly verdict: string; readonly reason: string | null; readonly reviewerId: number; readonly decidedAt: Date };

/** Inserts the second reviewer's word; the database ends the decision's waiting with it. A word that was given before is a conflict. */
export async function insertSecondWord(tx: Tx, word: SecondWord): Promise<Result<{ id: number }>> {
  return asConflict(async () => ({ id: (await tx.statusDecisionApproval.create({ data: word, select: { decisionId: true } })).decisionId }));
}

async function asConflict<T>(write: () => Promise<T>): Promise<Result<T>> {
  const kept = await unlessTaken(write);
  return kept === undefined ? refuse(conflict("Another reviewer decided at this moment; read it first.")) : ok(kept);
}
