import type { Verification } from "@/lib/codelists/verification";
import { db } from "@/lib/db/client";
import { approvalsNeeded, retractionsNeeded } from "../domain/approvals";
import type { StoredRecord } from "../record/queries";

export type Tally = { given: number; needed: number };

/** Approvals of the record's content as it stands, and how many it takes at the level approved so far. */
export async function countApprovals(record: StoredRecord): Promise<Tally> {
  return (await countDecisions([record])).get(record.id) ?? { given: 0, needed: 1 };
}

/** For each record the decisions that it waits for: of a published record, to retract it; of any other, to approve it. */
export async function countDecisions(records: readonly StoredRecord[]): Promise<Map<number, Tally>> {
  const rows = await db().review.findMany({
    where: { incidentId: { in: records.map((record) => record.id) }, decision: { in: ["APPROVE", "RETRACT"] } },
    select: { incidentId: true, contentVersion: true, decision: true, verification: true },
  });
  return new Map(
    records.map((record) => {
      const isPublished = record.facts.workflow === "PUBLISHED";
      const mine = rows.filter((row) => row.incidentId === record.id && row.contentVersion === record.contentVersion && row.decision === (isPublished ? "RETRACT" : "APPROVE"));
      const level = (mine[0]?.verification ?? record.view.verification) as Verification;
      const needed = isPublished ? retractionsNeeded : approvalsNeeded({ ledger: record.ledger, casualties: record.view.casualties }, level);
      return [record.id, { given: mine.length, needed }];
    }),
  );
}

