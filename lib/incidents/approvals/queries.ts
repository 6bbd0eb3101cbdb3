import type { Verification } from "@/lib/codelists/verification";
import { db } from "@/lib/db/client";
import { approvalsNeeded, retractionsNeeded } from "../domain/approvals";
import type { StoredRecord } from "../record/queries";

export type Tally = { given: number; needed: number };
/** One reviewer's word on the content as it stands. */
export type Decision = { readonly by: number; readonly at: string; readonly verification: Verification | null };
export type Standing = Tally & { readonly decisions: readonly Decision[] };

/** Approvals of the record's content as it stands, with who gave them, and how many it takes at the level approved so far. */
export async function countApprovals(record: StoredRecord): Promise<Standing> {
  return (await countDecisions([record])).get(record.id) ?? { given: 0, needed: 1, decisions: [] };
}

/** For each record the decisions that it waits for: of a published record, to retract it; of any other, to approve it. */
export async function countDecisions(records: readonly StoredRecord[]): Promise<Map<number, Standing>> {
  const rows = await db().review.findMany({
    where: { incidentId: { in: records.map((record) => record.id) }, decision: { in: ["APPROVE", "RETRACT"] } },
    select: { incidentId: true, contentVersion: true, decision: true, verification: true, reviewerId: true, createdAt: true },
    orderBy: { id: "asc" },
  });
  return new Map(
    records.map((record) => {
      const isPublished = record.facts.workflow === "PUBLISHED";
      const mine = rows.filter((row) => row.incidentId === record.id && row.contentVersion === record.contentVersion && row.decision === (isPublished ? "RETRACT" : "APPROVE"));
      const level = (mine[0]?.verification ?? record.view.verification) as Verification;
      const needed = isPublished ? retractionsNeeded : approvalsNeeded({ ledger: record.ledger, casualties: record.view.casualties }, level);
      const decisions = mine.map((row) => ({ by: row.reviewerId, at: row.createdAt.toISOString(), verification: row.verification as Verification | null }));
      return [record.id, { given: mine.length, needed, decisions }];
    }),
  );
}

