import type { WorkflowState } from "@/lib/codelists/workflow";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { countDecisions, type Decision, type Tally } from "@/lib/incidents/approvals/queries";
import { visible } from "@/lib/incidents/filter/queries";
import type { IncidentScope } from "@/lib/incidents/policy";
import { countIncidents } from "@/lib/incidents/queries";
import { incidentFilter } from "@/lib/incidents/schema";
import { recordSelect, storedRecord, type StoredRecord } from "@/lib/incidents/record/queries";
import { reasonsToWait, waitingSince, type QueueFacts, type QueueReason } from "./queue/domain";
import { readQueueFacts } from "./queue/queries";

const waiting: WorkflowState[] = ["SUBMITTED", "IN_REVIEW", "APPROVED", "ON_HOLD"];
const queueSize = 200;

export type WaitingRecord = { record: StoredRecord; tally: Tally; decisions: readonly Decision[]; reasons: QueueReason[]; /** An instant in UTC. */ since: string | null };

const recalledAtMost = 1000;

/** Public records that somebody has to look at again: a retraction asked for, a level that came down, a request. Few among many, found by their causes. */
async function recalledIds(): Promise<number[]> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    SELECT i.id FROM (
      SELECT incident_id FROM review WHERE decision = 'RETRACT'
      UNION SELECT incident_id FROM review_notice WHERE seen_at IS NULL
      UNION SELECT incident_id FROM correction_request WHERE outcome IS NULL
    ) cause JOIN incident i ON i.id = cause.incident_id WHERE i.workflow = 'PUBLISHED' ORDER BY i.id LIMIT ${recalledAtMost}`;
  return rows.map((row) => row.id);
}

/** What waits for a reviewer, the longest waiting first and each with its reasons, and how many there are in all. */
export async function listReviewQueue(scope: IncidentScope): Promise<{ records: WaitingRecord[]; total: number }> {
  // What is under way among reviewers is for staff; a reader of data finds the requests on their own page.
  if (!scope.seesStaff) return { records: [], total: 0 };
  const recalled: Prisma.IncidentWhereInput = { id: { in: await recalledIds() } };
  const parts: Prisma.IncidentWhereInput[] = [{ workflow: { in: waiting } }, recalled];
  const [read, { count }, recalls] = await Promise.all([
    Promise.all(parts.map((part) => db().incident.findMany({ where: { AND: [visible(scope), part] }, select: recordSelect, orderBy: [{ submittedAt: { sort: "asc", nulls: "last" } }, { id: "asc" }], take: queueSize }))),
    countIncidents(scope, incidentFilter.parse({ workflow: waiting })),
    db().incident.count({ where: { AND: [visible(scope), recalled] } }),
  ]);
  const records = read.flat().map(storedRecord);
  const [counted, facts] = await Promise.all([countDecisions(records), readQueueFacts(scope, records)]);
  const items = records.flatMap((record): WaitingRecord[] => {
    const { decisions, ...tally } = counted.get(record.id) ?? { given: 0, needed: 1, decisions: [] };
    const fact: QueueFacts | undefined = facts.get(record.id);
    return fact ? [{ record, tally, decisions, reasons: reasonsToWait(fact), since: waitingSince(fact) ?? null }] : [];
  });
  return { records: items.sort(longestFirst).slice(0, queueSize), total: count + recalls };
}

/** Without a known beginning last; of those that began together the older record first. */
function longestFirst(a: WaitingRecord, b: WaitingRecord): number {
  if (a.since !== b.since) return a.since === null ? 1 : b.since === null || a.since < b.since ? -1 : 1;
  return a.record.id - b.record.id;
}
