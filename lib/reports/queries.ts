import type { RedactionProfile } from "@/lib/codelists/redaction-profile";
import type { ReportKind } from "@/lib/codelists/report-kind";
import type { ReportState } from "@/lib/codelists/report-state";
import { z } from "zod";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { referenceOf } from "@/lib/incidents/domain/record";
import type { Actor } from "@/lib/kernel/actor";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import type { ReportRequest } from "./domain/request";
import { reportReferenceOf } from "./domain/run";
import { profilesReadBy, seesAuthors } from "./policy";
import type { ReportFilter, ReportView } from "./schema";

const select = {
  id: true, kind: true, profile: true, title: true, fromOn: true, toOn: true, asOf: true, knownAt: true, filters: true, ruleVersion: true, state: true, progress: true, step: true,
  failure: true, sha256: true, records: true, auditSeq: true, auditHash: true, requestedAt: true, madeAt: true, incidentId: true, author: { select: { name: true } },
  agreement: { select: { code: true, titles: true, isDemonstration: true } }, obligation: { select: { code: true } },
} satisfies Prisma.ReportSelect;
type Row = Prisma.ReportGetPayload<{ select: typeof select }>;

const filtersShape = z.record(z.string(), z.array(z.string()));

function viewOf(row: Row, actor: Actor): ReportView {
  return {
    id: row.id,
    reference: reportReferenceOf(row.id),
    kind: row.kind as ReportKind,
    profile: row.profile as RedactionProfile,
    title: row.title,
    agreement: row.agreement.code,
    obligation: row.obligation?.code ?? null,
    incident: row.incidentId === null ? null : referenceOf(row.incidentId),
    period: { from: utcDayOf(row.fromOn), to: utcDayOf(row.toOn) },
    asOf: utcDayOf(row.asOf),
    knownAt: row.knownAt.toISOString(),
    filters: filtersShape.parse(row.filters),
    ruleVersion: row.ruleVersion,
    state: row.state as ReportState,
    progress: row.progress,
    step: row.step,
    failure: row.failure,
    sha256: row.sha256,
    records: row.records,
    auditHead: row.auditSeq === null || row.auditHash === null ? null : { seq: Number(row.auditSeq), hash: row.auditHash },
    author: seesAuthors(actor) ? row.author.name : null,
    requestedAt: row.requestedAt.toISOString(),
    madeAt: row.madeAt?.toISOString() ?? null,
  };
}

/** What the actor may know of. Who may not read a profile does not learn that such a report exists. */
const readable = (actor: Actor): Prisma.ReportWhereInput => ({ profile: { in: [...profilesReadBy(actor)] } });

/** The reports that the actor may read, the latest first. */
export async function listReports(actor: Actor, { cursor, limit }: ReportFilter): Promise<{ items: ReportView[]; nextCursor: string | null }> {
  const rows = await db().report.findMany({ where: { ...readable(actor), ...(cursor === undefined ? {} : { id: { lt: cursor } }) }, select, orderBy: { id: "desc" }, take: limit + 1 });
  const page = rows.slice(0, limit);
  return { items: page.map((row) => viewOf(row, actor)), nextCursor: rows.length > limit ? String(page.at(-1)?.id) : null };
}

/** One report; undefined where the actor may not know of it. */
export async function findReport(actor: Actor, id: number): Promise<ReportView | undefined> {
  const row = await db().report.findFirst({ where: { AND: [readable(actor), { id }] }, select });
  return row === null ? undefined : viewOf(row, actor);
}

/** The frozen text of a report; undefined while it has none. Whether somebody may read it is asked before. */
export async function findContent(id: number): Promise<string | undefined> {
  const row = await db().report.findUnique({ where: { id }, select: { content: true } });
  return row?.content ?? undefined;
}

/** The report's pages as they were drawn when it was made; undefined while there are none. */
export async function findPdf(id: number): Promise<Uint8Array | undefined> {
  const row = await db().report.findUnique({ where: { id }, select: { pdf: true } });
  return row?.pdf ?? undefined;
}

/**
 * Records of a report that were protected more strictly since it was made, whole or in a field: it is held back from whoever may not read restricted
 * fields, for it shows what is withheld everywhere else by now.
 */
export async function listProtectedSince(id: number): Promise<number[]> {
  const rows = await db().$queryRaw<{ id: number }[]>`
    SELECT r.incident_id AS id FROM report_record r JOIN incident i ON i.id = r.incident_id
     WHERE r.report_id = ${id}
       AND (i.sensitivity > r.sensitivity OR EXISTS (SELECT FROM jsonb_each_text(i.protected_fields) f WHERE f.value > coalesce(r.protected_fields ->> f.key, 'S0_PUBLIC')))
     ORDER BY r.incident_id LIMIT 1000`;
  return rows.map((row) => row.id);
}

/** What was asked for, as its maker needs it; undefined where there is no such report. */
export async function findRequest(id: number): Promise<ReportRequest | undefined> {
  const row = await db().report.findUnique({ where: { id }, select });
  if (!row) return undefined;
  const { agreement } = row;
  return {
    kind: row.kind as ReportKind,
    profile: row.profile as RedactionProfile,
    agreement: { code: agreement.code, title: agreement.titles[0] ?? agreement.code, isDemonstration: agreement.isDemonstration },
    obligation: row.obligation?.code ?? null,
    incidentId: row.incidentId,
    period: { from: utcDayOf(row.fromOn), to: utcDayOf(row.toOn) },
    clocks: { asOf: utcDayOf(row.asOf), knownAt: row.knownAt.toISOString() },
    filters: filtersShape.parse(row.filters),
    ruleVersion: row.ruleVersion,
  };
}

export type AgreementFacts = { readonly id: number; readonly code: string };

/** The agreement of that code, or the newest with duties where none is named. */
export async function findReportAgreement(code: string | undefined): Promise<AgreementFacts | undefined> {
  const where = code === undefined ? { obligations: { some: {} } } : { code, obligations: { some: {} } };
  return (await db().agreement.findFirst({ where, select: { id: true, code: true }, orderBy: [{ signedOn: "desc" }, { code: "asc" }] })) ?? undefined;
}

/** The duty of that code with its agreement. */
export async function findReportDuty(code: string): Promise<{ readonly id: number; readonly agreement: AgreementFacts } | undefined> {
  return (await db().obligation.findUnique({ where: { code }, select: { id: true, agreement: { select: { id: true, code: true } } } })) ?? undefined;
}
