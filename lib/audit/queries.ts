import { z } from "zod";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type AuditScope, redactAuditData } from "./policy";
import { auditCursorOf, type AuditEntryView, type AuditFilter, type AuditPage } from "./schema";

const dataShape = z.record(z.string(), z.unknown());

/** The audit, newest first, a page at a time. Every filter has its index, so any page costs the same. */
export async function listAuditEntries(scope: AuditScope, filter: AuditFilter): Promise<AuditPage> {
  const rows = await db().auditEntry.findMany({ where: whereOf(filter), orderBy: { id: "desc" }, take: filter.limit + 1 });
  const page = rows.slice(0, filter.limit);
  const [people, seals] = await Promise.all([peopleById(page.map((row) => row.actorId)), sealsByEntry(page.map((row) => row.id))]);
  const items = page.map((row) => ({
    id: String(row.id),
    at: row.at.toISOString(),
    actor: (row.actorId === null ? undefined : people.get(row.actorId)) ?? null,
    event: row.event,
    subject: { type: row.subjectType, id: row.subjectId },
    data: redactAuditData(scope, dataShape.parse(row.data)),
    seal: seals.get(row.id) ?? null,
  }));
  const last = page.at(-1);
  return { items, nextCursor: rows.length > filter.limit && last ? auditCursorOf(last.id) : null };
}

function whereOf({ subject, subjectId, event, actor, cursor }: AuditFilter): Prisma.AuditEntryWhereInput {
  return {
    ...(subject === undefined ? {} : { subjectType: subject }),
    ...(subjectId === undefined ? {} : { subjectId }),
    ...(event === undefined ? {} : { event }),
    ...(actor === undefined ? {} : { actorId: actor }),
    ...(cursor === undefined ? {} : { id: { lt: cursor } }),
  };
}

async function peopleById(ids: (number | null)[]): Promise<Map<number, { id: number; name: string; email: string }>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const people = await db().user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true, email: true } });
  return new Map(people.map((person) => [person.id, person]));
}

async function sealsByEntry(ids: readonly bigint[]): Promise<Map<bigint, NonNullable<AuditEntryView["seal"]>>> {
  const seals = await db().auditSeal.findMany({ where: { entryId: { in: [...ids] } } });
  return new Map(seals.map(({ entryId, seq, ...hashes }) => [entryId, { seq: Number(seq), ...hashes }]));
}
