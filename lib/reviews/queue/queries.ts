import { db } from "@/lib/db/client";
import { requestReferenceOf } from "@/lib/corrections/domain/request";
import { referenceOf } from "@/lib/incidents/domain/record";
import { redact, type IncidentScope } from "@/lib/incidents/policy";
import type { StoredRecord } from "@/lib/incidents/record/queries";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import type { QueueFacts } from "./domain";

/** Why each of these records waits, as far as reviews, notices and requests tell and the reader may read the record. */
export async function readQueueFacts(scope: IncidentScope, records: readonly StoredRecord[]): Promise<Map<number, QueueFacts>> {
  const incidentId = { in: records.map((record) => record.id) };
  const [reviews, notices, requests] = await Promise.all([
    db().review.findMany({ where: { incidentId }, select: { incidentId: true, contentVersion: true, decision: true, createdAt: true }, orderBy: { id: "asc" } }),
    db().reviewNotice.findMany({ where: { incidentId, seenAt: null }, select: { incidentId: true, raisedAt: true }, orderBy: { id: "asc" } }),
    db().correctionRequest.findMany({ where: { incidentId, outcome: null }, select: { id: true, incidentId: true, filedAt: true, dueOn: true }, orderBy: { id: "asc" } }),
  ]);
  return new Map(records.map((record) => {
    const of = <R extends { incidentId: number }>(rows: readonly R[]): R[] => rows.filter((row) => row.incidentId === record.id);
    const mine = of(reviews);
    const before = mine.filter((review) => review.contentVersion < record.contentVersion);
    const { workflow, verification, claims, casualties, corrects } = redact(scope, record);
    return [record.id, {
      workflow, verification, claims, casualties,
      corrects: corrects === null ? null : referenceOf(corrects),
      submittedAt: record.submittedAt?.toISOString() ?? null,
      earlier: { wasApproved: before.some(({ decision }) => decision === "APPROVE"), hadChangesRequested: mine.some(({ decision }) => decision === "REQUEST_CHANGES") },
      retractionAskedAt: mine.filter(({ decision }) => decision === "RETRACT").map(({ createdAt }) => createdAt.toISOString()),
      notices: of(notices).map(({ raisedAt }) => ({ raisedAt: raisedAt.toISOString() })),
      requests: of(requests).map(({ id, filedAt, dueOn }) => ({ reference: requestReferenceOf(id), filedAt: filedAt.toISOString(), dueOn: utcDayOf(dueOn) })),
    }];
  }));
}
