import type { CorrectionAim, CorrectionKind, CorrectionOutcome } from "@/lib/codelists/correction";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { visible } from "@/lib/incidents/filter/queries";
import { redact, scopeOf } from "@/lib/incidents/policy";
import { recordSelect, storedRecord } from "@/lib/incidents/record/queries";
import type { Actor } from "@/lib/kernel/actor";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { type CorrectionRequestView, requestReferenceOf } from "./domain/request";
import { mayReadWords, whyNotDecide } from "./policy";
import type { CorrectionFilter } from "./schema";

const select = {
  id: true, aim: true, kind: true, onBehalfOf: true, says: true, evidenceUrl: true, filedById: true, filedAt: true, dueOn: true,
  outcome: true, decisionReason: true, decidedAt: true, filedBy: { select: { name: true } }, incident: { select: recordSelect },
} satisfies Prisma.CorrectionRequestSelect;
type Row = Prisma.CorrectionRequestGetPayload<{ select: typeof select }>;

function viewOf(row: Row, actor: Actor): CorrectionRequestView {
  const scope = scopeOf(actor);
  const record = storedRecord(row.incident);
  const { id, reference, title } = redact(scope, record);
  const kind = row.kind as CorrectionKind;
  const isOwn = row.filedById === actor.userId;
  const readsWords = mayReadWords(actor, { filedById: row.filedById, kind, record: record.facts });
  return {
    id: row.id,
    reference: requestReferenceOf(row.id),
    incident: { id, reference, title },
    aim: row.aim as CorrectionAim,
    kind,
    onBehalfOf: readsWords ? row.onBehalfOf : null,
    says: readsWords ? row.says : null,
    evidenceUrl: readsWords ? row.evidenceUrl : null,
    filedAt: row.filedAt.toISOString(),
    filedBy: isOwn || scope.seesStaff ? row.filedBy.name : null,
    dueOn: utcDayOf(row.dueOn),
    outcome: row.outcome as CorrectionOutcome | null,
    decisionReason: readsWords ? row.decisionReason : null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    isOwn,
    mayDecide: row.outcome === null && whyNotDecide(actor, { filedById: row.filedById, record: record.facts }) === undefined,
  };
}

/** Requests on records that the reader may know of: open ones by their clock, decided ones the latest first. */
export async function listCorrectionRequests(actor: Actor, filter: CorrectionFilter): Promise<{ items: CorrectionRequestView[]; nextCursor: string | null }> {
  const isOldestFirst = filter.state === "open";
  const rows = await db().correctionRequest.findMany({
    where: {
      incident: visible(scopeOf(actor)),
      ...(filter.incident === undefined ? {} : { incidentId: filter.incident }),
      ...(filter.state === "all" ? {} : { outcome: filter.state === "open" ? null : { not: null } }),
      ...(filter.cursor === undefined ? {} : { id: isOldestFirst ? { gt: filter.cursor } : { lt: filter.cursor } }),
    },
    select,
    // The clock of every request is equally long, so the order of filing is the order of the clocks.
    orderBy: { id: isOldestFirst ? "asc" : "desc" },
    take: filter.limit + 1,
  });
  const page = rows.slice(0, filter.limit);
  return { items: page.map((row) => viewOf(row, actor)), nextCursor: rows.length > filter.limit ? String(page.at(-1)?.id) : null };
}

/** One request; undefined where the reader may not know of its record. */
export async function findCorrectionRequest(actor: Actor, id: number): Promise<CorrectionRequestView | undefined> {
  const row = await db().correctionRequest.findFirst({ where: { id, incident: visible(scopeOf(actor)) }, select });
  return row === null ? undefined : viewOf(row, actor);
}
