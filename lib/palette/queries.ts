import { db } from "@/lib/db/client";
import type { IncidentScope } from "@/lib/incidents/policy";
import { listIncidents } from "@/lib/incidents/queries";
import { incidentFilter } from "@/lib/incidents/schema";
import { isHeldBy } from "@/lib/search/domain/highlight";
import { type Wanted, wantedOf } from "@/lib/search/domain/query";
import { namesToLookUp, termsOf } from "@/lib/search/domain/terms";
import { otherForms } from "@/lib/search/queries";
import type { JumpTargets } from "./schema";

const mostIncidents = 6;
const mostOthers = 5;

/** Records, duties and agreements that hold the words, in every form of a place's name; of records what the scope may read. */
export async function findJumpTargets(scope: IncidentScope, q: string): Promise<JumpTargets> {
  const terms = termsOf(q);
  const [filter, wanted] = [incidentFilter.safeParse({ q, limit: mostIncidents }), wantedOf(terms, await otherForms(namesToLookUp(terms)))];
  const [incidents, obligations, agreements] = await Promise.all([filter.success ? listIncidents(scope, filter.data) : undefined, dutiesHolding(wanted), agreementsHolding(wanted)]);
  return {
    incidents: (incidents?.items ?? []).map(({ id, reference, title }) => ({ reference, title, href: `/incidents/${id}` })),
    obligations,
    agreements,
  };
}

/** Duties are as many as agreements have clauses: all of them are read. */
async function dutiesHolding(wanted: readonly Wanted[]): Promise<JumpTargets["obligations"]> {
  const rows = await db().obligation.findMany({ select: { code: true, title: true }, orderBy: { position: "asc" }, take: 2000 });
  return holding(wanted, rows.map(({ code, title }) => ({ reference: code, title, href: `/obligations/${encodeURIComponent(code)}` })));
}

async function agreementsHolding(wanted: readonly Wanted[]): Promise<JumpTargets["agreements"]> {
  const rows = await db().agreement.findMany({ select: { code: true, titles: true }, orderBy: { signedOn: "desc" }, take: 2000 });
  return holding(wanted, rows.map(({ code, titles }) => ({ reference: code, title: titles.join(" · "), href: `/agreements/${encodeURIComponent(code)}` })));
}

const holding = <T extends { reference: string; title: string }>(wanted: readonly Wanted[], targets: readonly T[]): T[] =>
  wanted.length === 0 ? [] : targets.filter(({ reference, title }) => isHeldBy(`${reference} ${title}`, wanted)).slice(0, mostOthers);
