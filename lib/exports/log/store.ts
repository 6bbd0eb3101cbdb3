import type { Tx } from "@/lib/db/transaction";
import { db } from "@/lib/db/client";
import type { ExportFacts } from "../manifest/domain";

/** Enters a file in the log, before its first byte leaves. */
export async function insertExport(tx: Tx, { auditHead, bytes: _bytes, sha256: _sha256, outcome: _outcome, endedAt: _endedAt, rowsSent: _sent, rowsRedacted: _redacted, columns, ...facts }: ExportFacts & { actorId: number }): Promise<void> {
  await tx.exportRun.create({ data: { ...facts, columns: [...columns], auditSeq: auditHead?.seq ?? null, auditHash: auditHead?.hash ?? null }, select: { id: true } });
}

export type Progress = { rowsSent: number; rowsRedacted: number };

/** How far a file has come, for whoever waits for it. */
export async function writeProgress(id: string, progress: Progress): Promise<void> {
  await db().exportRun.updateMany({ where: { id, outcome: null }, data: progress });
}

/** The end of a file: with the digest of its bytes where the last one was sent, without where it broke off. */
export async function writeEnd(id: string, end: Progress & { bytes: number; sha256: string | null; endedAt: Date }): Promise<void> {
  await db().exportRun.updateMany({ where: { id, outcome: null }, data: { ...end, outcome: end.sha256 === null ? "BROKEN_OFF" : "COMPLETE" } });
}
