import type { RedactionProfile } from "@/lib/codelists/redaction-profile";
import type { ReportKind } from "@/lib/codelists/report-kind";
import type { ReportState } from "@/lib/codelists/report-state";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { type CalendarDate, toStoredDay } from "@/lib/kernel/calendar-date";

export type NewReport = {
  readonly kind: ReportKind;
  readonly profile: RedactionProfile;
  readonly agreementId: number;
  readonly obligationId: number | null;
  readonly incidentId: number | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly asOf: CalendarDate;
  readonly knownAt: Date;
  readonly filters: Record<string, string[]>;
  readonly ruleVersion: string;
  readonly authorId: number;
  readonly requestedAt: Date;
};

export async function insertReport(tx: Tx, { from, to, asOf, ...report }: NewReport): Promise<number> {
  const row = await tx.report.create({ data: { ...report, fromOn: toStoredDay(from), toOn: toStoredDay(to), asOf: toStoredDay(asOf) }, select: { id: true } });
  return row.id;
}

/** The state of a report, held against another run of its job until the transaction ends; undefined where there is none. */
export async function lockReport(tx: Tx, id: number): Promise<ReportState | undefined> {
  const [row] = await tx.$queryRaw<{ state: ReportState }[]>(Prisma.sql`SELECT state FROM report WHERE id = ${id} FOR UPDATE`);
  return row?.state;
}

export async function writeBegun(tx: Tx, id: number, state: ReportState): Promise<void> {
  await tx.report.update({ where: { id }, data: { state, progress: 1, step: "Begun", failure: null }, select: { id: true } });
}

/** How far the making is. Told outside any transaction, so that it is seen while the work goes on; of no use to a report that is not being made. */
export async function writeProgress(id: number, progress: number, step: string): Promise<void> {
  await db().report.updateMany({ where: { id, state: "MAKING" }, data: { progress, step } });
}

export async function writeFailure(tx: Tx, id: number, { state, failure }: { state: ReportState; failure: string }): Promise<void> {
  await tx.report.update({ where: { id }, data: { state, failure, step: null }, select: { id: true } });
}

export type RestingRecord = { readonly incidentId: number; readonly version: number; readonly verification: string; readonly sensitivity: string; readonly protectedFields: Readonly<Record<string, string>>; readonly sha256: string };
export type Frozen = { readonly state: ReportState; readonly content: string; readonly sha256: string; readonly title: string; readonly auditSeq: number; readonly auditHash: string; readonly pdf: Uint8Array<ArrayBuffer>; readonly madeAt: Date; readonly rests: readonly RestingRecord[] };

/** Freezes the report with the records that it rests on: from here on the database lets nobody change it. */
export async function writeFrozen(tx: Tx, id: number, { rests, auditSeq, ...frozen }: Frozen): Promise<void> {
  await tx.reportRecord.createMany({ data: rests.map((row) => ({ reportId: id, ...row })) });
  await tx.report.update({ where: { id }, data: { ...frozen, auditSeq: BigInt(auditSeq), records: rests.length, progress: 100, step: null, failure: null }, select: { id: true } });
}
