import type { WorkflowState } from "@/lib/codelists/workflow";
import { db } from "@/lib/db/client";
import { countDecisions, type Tally } from "@/lib/incidents/approvals/queries";
import { visible } from "@/lib/incidents/filter/queries";
import type { IncidentScope } from "@/lib/incidents/policy";
import { recordSelect, storedRecord, type StoredRecord } from "@/lib/incidents/record/queries";

const waiting: WorkflowState[] = ["SUBMITTED", "IN_REVIEW", "APPROVED", "ON_HOLD"];
const queueSize = 200;

/** Records that wait for a reviewer, the longest waiting first, and how many there are in all. */
export async function listReviewQueue(scope: IncidentScope): Promise<{ records: { record: StoredRecord; tally: Tally }[]; total: number }> {
  const where = { AND: [visible(scope), { OR: [{ workflow: { in: waiting } }, { workflow: "PUBLISHED", reviews: { some: { decision: "RETRACT" } } }] }] };
  const [rows, total] = await Promise.all([
    db().incident.findMany({ where, select: recordSelect, orderBy: [{ submittedAt: { sort: "asc", nulls: "last" } }, { id: "asc" }], take: queueSize }),
    db().incident.count({ where }),
  ]);
  const records = rows.map(storedRecord);
  const counted = await countDecisions(records);
  return { records: records.map((record) => ({ record, tally: counted.get(record.id) ?? { given: 0, needed: 1 } })), total };
}
