import type { Verification } from "@/lib/codelists/verification";
import type { Tx } from "@/lib/db/transaction";
import type { ObligationLink } from "@/lib/incidents/domain/record";
import type { Approval } from "./domain";

export type Decision = "APPROVE" | "REQUEST_CHANGES" | "REJECT" | "RETRACT";

type NewReview = {
  incidentId: number;
  contentVersion: number;
  reviewerId: number;
  decision: Decision;
  verification?: Verification | null;
  reason?: string | null;
  findings?: ObligationLink[];
  now: Date;
};

/** Records one reviewer's decision on the content that was read. The database refuses the author's and the last editor's own. */
export async function insertReview(tx: Tx, { now, findings = [], ...review }: NewReview): Promise<void> {
  await tx.review.create({ data: { ...review, findings, createdAt: now }, select: { id: true } });
}

/** Decisions of one kind on this content, oldest first. */
export async function listDecisions(tx: Tx, { incidentId, contentVersion, decision }: { incidentId: number; contentVersion: number; decision: Decision }): Promise<Approval[]> {
  const rows = await tx.review.findMany({ where: { incidentId, contentVersion, decision }, select: { reviewerId: true, verification: true, findings: true }, orderBy: { id: "asc" } });
  return rows.map((row) => ({
    reviewerId: row.reviewerId,
    verification: (row.verification ?? "V0_UNASSESSED") as Verification,
    findings: row.findings as ObligationLink[],
  }));
}
