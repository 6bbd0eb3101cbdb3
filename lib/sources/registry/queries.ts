import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { fieldOpen, visible } from "@/lib/incidents/filter/queries";
import type { IncidentScope } from "@/lib/incidents/policy";
import { sourceColumns } from "../queries";

const select = {
  ...sourceColumns,
  withdrawnAt: true, withdrawnReason: true,
  root: { select: sourceColumns },
  relays: { select: sourceColumns, orderBy: { id: "asc" }, take: 100 },
  gradings: { select: { id: true, topic: true, reliability: true, reason: true, gradedAt: true, gradedBy: { select: { name: true } } }, orderBy: { id: "desc" }, take: 200 },
} satisfies Prisma.SourceSelect;

/** A source with its grades, what it rests on and what rests on it; undefined where there is none. */
export async function findSource(id: number, { seesStaff }: Pick<IncidentScope, "seesStaff">) {
  const row = await db().source.findUnique({ where: { id }, select });
  if (!row) return undefined;
  const { gradings, withdrawnAt, ...source } = row;
  return {
    ...source,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    gradings: gradings.map(({ gradedBy, gradedAt, ...grading }) => ({ ...grading, gradedAt: gradedAt.toISOString(), gradedBy: seesStaff ? gradedBy.name : null })),
  };
}
export type SourceDetail = NonNullable<Awaited<ReturnType<typeof findSource>>>;

/** How many records that the reader may know of have a claim from this source. A record whose sources are withheld from the reader is not counted: it would tell where it was read. */
export const countRecordsReadIn = (scope: IncidentScope, sourceId: number): Promise<number> =>
  db().incident.count({ where: { AND: [visible(scope), fieldOpen(scope, "sources"), { claims: { some: { sourceId } } }] } });

export type NoticeView = { readonly id: number; readonly incidentId: number; readonly reason: string; readonly raisedAt: string };

/** What reviewers have not yet seen, the oldest first. A notice names a source: where sources are withheld from the reader, so is it. */
export async function listOpenNotices(scope: IncidentScope): Promise<NoticeView[]> {
  const rows = await db().reviewNotice.findMany({ where: { seenAt: null, incident: { AND: [visible(scope), fieldOpen(scope, "sources")] } }, select: { id: true, incidentId: true, reason: true, raisedAt: true }, orderBy: [{ raisedAt: "asc" }, { id: "asc" }], take: 100 });
  return rows.map((row) => ({ ...row, raisedAt: row.raisedAt.toISOString() }));
}
