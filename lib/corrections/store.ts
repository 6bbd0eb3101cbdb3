import type { CorrectionAim, CorrectionKind, CorrectionOutcome } from "@/lib/codelists/correction";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";

export type NewRequest = {
  incidentId: number;
  contentVersion: number;
  aim: CorrectionAim;
  kind: CorrectionKind;
  onBehalfOf: string | null;
  says: string;
  evidenceUrl: string | null;
  filedById: number;
  filedAt: Date;
  dueOn: Date;
};
export const insertRequest = (tx: Tx, request: NewRequest): Promise<{ id: number }> => tx.correctionRequest.create({ data: request, select: { id: true } });

export type HeldRequest = { id: number; incidentId: number; filedById: number; outcome: string | null };

/** The request, held against others' decisions until the transaction ends. */
export async function lockRequest(tx: Tx, id: number): Promise<HeldRequest | undefined> {
  const held = await tx.$queryRaw<unknown[]>(Prisma.sql`SELECT 1 FROM correction_request WHERE id = ${id} FOR UPDATE`);
  if (held.length === 0) return undefined;
  return (await tx.correctionRequest.findUnique({ where: { id }, select: { id: true, incidentId: true, filedById: true, outcome: true } })) ?? undefined;
}

export async function writeDecision(tx: Tx, id: number, decision: { outcome: CorrectionOutcome; reason: string; userId: number; now: Date }): Promise<void> {
  await tx.correctionRequest.update({
    where: { id },
    data: { outcome: decision.outcome, decisionReason: decision.reason, decidedById: decision.userId, decidedAt: decision.now },
    select: { id: true },
  });
}
