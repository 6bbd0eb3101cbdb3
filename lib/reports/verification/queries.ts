import { db } from "@/lib/db/client";
import type { RedactionProfile } from "@/lib/codelists/redaction-profile";

/** A kept report as verification needs it. */
export type KeptReport = { readonly id: number; readonly profile: RedactionProfile; readonly content: string; readonly madeAt: string };

const select = { id: true, profile: true, content: true, madeAt: true } as const;
type Row = { id: number; profile: string; content: string | null; madeAt: Date | null };

const keptOf = (row: Row | null): KeptReport | undefined =>
  row?.content == null || row.madeAt === null ? undefined : { id: row.id, profile: row.profile as RedactionProfile, content: row.content, madeAt: row.madeAt.toISOString() };

/** The report of that digest, the one that a package names where there are several alike. */
export async function findReportByDigest(sha256: string, id: number | undefined): Promise<KeptReport | undefined> {
  const named = id === undefined ? null : await db().report.findFirst({ where: { sha256, id, state: "READY" }, select });
  return keptOf(named ?? (await db().report.findFirst({ where: { sha256, state: "READY" }, select, orderBy: { id: "asc" } })));
}

/** The report of that number, if it is ready. */
export async function findReadyReport(id: number): Promise<KeptReport | undefined> {
  return keptOf(await db().report.findFirst({ where: { id, state: "READY" }, select }));
}
