import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { keptMarks, marksSelect } from "@/lib/incidents/protection/queries";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import type { DecisionView, HistoryView, ObligationDetail } from "../domain/obligation-detail";
import type { RecordDetail } from "../domain/obligation-view";
import { showsSources } from "../domain/publication";
import { type BoardFact, recordIdOf, referenceOf } from "../domain/record";

const sourceFields = { key: true, publisher: true, title: true, publishedOn: true, url: true, basis: true, kind: true, alignment: true, reliability: true } satisfies Prisma.SourceSelect;

const detailFields = {
  code: true,
  title: true,
  kind: true,
  subject: true,
  description: true,
  reading: true,
  obligors: true,
  obligorSides: true,
  beneficiary: true,
  beneficiarySides: true,
  startsAt: true,
  endsOn: true,
  scope: true,
  verifier: true,
  textNote: true,
  readingNote: true,
  confidence: true,
  agreement: { select: { code: true, titles: true, isDemonstration: true } },
  clause: { select: { number: true, title: true } },
  quantities: { select: { what: true, value: true, unit: true, valueText: true, operator: true }, orderBy: { id: "asc" } },
  interpretations: { select: { holder: true, reading: true, statedOn: true, source: { select: sourceFields } }, orderBy: { id: "asc" } },
  coverages: { select: { observer: true, fromOn: true, toOn: true, level: true, restriction: true, note: true, speaker: { select: { name: true } }, source: { select: sourceFields } }, orderBy: [{ fromOn: "asc" }, { id: "asc" }] },
  discrepancies: { select: { discrepancy: { select: { code: true, topic: true, seedText: true, publicText: true, effect: true } } }, orderBy: { discrepancyId: "asc" } },
  dependsOn: { select: { dependsOn: { select: { code: true, title: true } } }, orderBy: { dependsOnId: "asc" } },
  enables: { select: { obligation: { select: { code: true, title: true } } }, orderBy: { obligationId: "asc" } },
  sources: { select: { source: { select: sourceFields } }, orderBy: { sourceId: "asc" } },
} satisfies Prisma.ObligationSelect;

const findDetailRow = (code: string) => db().obligation.findUnique({ where: { code }, select: detailFields });
type DetailRow = NonNullable<Awaited<ReturnType<typeof findDetailRow>>>;

/** A duty's own text and surroundings, without its state. */
export async function findObligationDetail(code: string): Promise<ObligationDetail | undefined> {
  const row = await findDetailRow(code);
  return row ? detailOf(row) : undefined;
}

const detailOf = ({ agreement, coverages, discrepancies, dependsOn, enables, sources, startsAt, endsOn, ...row }: DetailRow): ObligationDetail => ({
  ...row,
  startsAt: startsAt?.toISOString() ?? null,
  endsOn: endsOn === null ? null : utcDayOf(endsOn),
  agreement: { code: agreement.code, title: agreement.titles[0] ?? agreement.code, isDemonstration: agreement.isDemonstration },
  coverage: coverages.map(({ speaker, fromOn, toOn, ...entry }) => ({ ...entry, observerName: speaker.name, fromOn: utcDayOf(fromOn), toOn: toOn === null ? null : utcDayOf(toOn) })),
  discrepancies: discrepancies.map((entry) => entry.discrepancy),
  dependsOn: dependsOn.map((entry) => entry.dependsOn),
  enables: enables.map((entry) => entry.obligation),
  sources: sources.map((entry) => entry.source),
});

const shortSource = { select: { source: { select: { key: true, publisher: true, title: true, url: true } } }, orderBy: { sourceId: "asc" } } as const;

/** Who stands behind each record and where it was read, by the record's reference. */
export async function listRecordDetails(facts: readonly BoardFact[]): Promise<Map<string, RecordDetail>> {
  const { keys, incidents } = idsOf(facts);
  const [milestones, incidentDetails] = await Promise.all([listMilestoneDetails(keys), listIncidentDetails(incidents)]);
  return new Map([...milestones, ...incidentDetails]);
}

type Entry = [reference: string, detail: RecordDetail];

async function listMilestoneDetails(keys: string[]): Promise<Entry[]> {
  const rows = await db().milestone.findMany({
    where: { key: { in: keys } },
    select: { key: true, claimedBy: true, confirmedBy: true, deniedBy: true, verificationRule: true, note: true, isDemonstration: true, confidence: true, sources: shortSource },
  });
  const codes = rows.flatMap((row) => [...row.claimedBy, ...row.confirmedBy, ...row.deniedBy]);
  const speakers = await db().speaker.findMany({ where: { code: { in: [...new Set(codes)] } }, select: { code: true, name: true } });
  const names = new Map(speakers.map((speaker) => [speaker.code, speaker.name]));
  const named = (list: readonly string[]): string[] => list.map((code) => names.get(code) ?? code);
  return rows.map(({ key, claimedBy, confirmedBy, deniedBy, sources, ...row }) => {
    const voices = { claimedBy: named(claimedBy), confirmedBy: named(confirmedBy), deniedBy: named(deniedBy), counteredBy: [] };
    return [referenceOf({ milestone: key }), { ...row, ...voices, sources: sources.map((entry) => entry.source) }];
  });
}

async function listIncidentDetails(ids: number[]): Promise<Entry[]> {
  const rows = await db().incident.findMany({
    where: { id: { in: ids } },
    select: { id: true, ...marksSelect, isDemonstration: true, confidence: true, claims: { select: { stance: true, speakerRow: { select: { name: true } } }, orderBy: { position: "asc" } }, sources: shortSource },
  });
  return rows.map(({ id, claims, sources, isDemonstration, confidence, ...marks }) => {
    const speakers = (stances: readonly string[]): string[] => [...new Set(claims.filter((claim) => stances.includes(claim.stance)).map((claim) => claim.speakerRow.name))];
    const voices = { claimedBy: speakers(["ALLEGED_BY", "COUNTER_ALLEGED_BY"]), confirmedBy: speakers(["ADMITTED_BY", "FOUND_BY"]), deniedBy: speakers(["DENIED_BY"]), counteredBy: speakers(["COUNTER_ALLEGED_BY"]) };
    // This page says the same to everybody: what was read for a protected record is told to nobody.
    const shown = showsSources(keptMarks(marks)) ? sources.map((entry) => entry.source) : [];
    return [referenceOf({ incident: id }), { ...voices, verificationRule: null, note: null, isDemonstration, confidence, sources: shown }];
  });
}

function idsOf(facts: readonly BoardFact[]): { keys: string[]; incidents: number[] } {
  const ids = facts.map((fact) => fact.id);
  return { keys: ids.flatMap((id) => ("milestone" in id ? [id.milestone] : [])), incidents: ids.flatMap((id) => ("incident" in id ? [id.incident] : [])) };
}

/** What came onto the board of a duty and what left it, newest first: never shortened by a later correction. */
export async function listHistory(obligationId: number, knownAt: Date | undefined): Promise<HistoryView[]> {
  const rows = await db().boardRecord.findMany({
    where: { obligationId, ...(knownAt === undefined ? {} : { knownAt: { lte: knownAt } }) },
    select: { incidentId: true, milestone: { select: { key: true } }, label: true, relation: true, effect: true, verification: true, occurredStart: true, knownAt: true, supersededAt: true },
    orderBy: [{ knownAt: "desc" }, { id: "desc" }],
    take: 500,
  });
  return rows.map((row) => {
    const recordId = recordIdOf(row);
    const isClosedYet = row.supersededAt !== null && (knownAt === undefined || row.supersededAt <= knownAt);
    const { label, relation, effect, verification } = row;
    const knowledge = { knownAt: row.knownAt.toISOString(), supersededAt: isClosedYet ? (row.supersededAt?.toISOString() ?? null) : null };
    return { recordId, reference: referenceOf(recordId), label, relation, effect, verification, occurredStart: utcDayOf(row.occurredStart), ...knowledge };
  });
}

/** Reviewers' decisions, taken by `knownAt`, on the incidents that stand on this duty; without names, which not everybody may see. */
export async function listDecisions(facts: readonly BoardFact[], knownAt: Date | undefined): Promise<DecisionView[]> {
  const rows = await db().review.findMany({
    where: { incidentId: { in: idsOf(facts).incidents }, ...(knownAt === undefined ? {} : { createdAt: { lte: knownAt } }) },
    select: { incidentId: true, decision: true, verification: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 500,
  });
  return rows.map((row) => ({ recordId: { incident: row.incidentId }, decision: row.decision, verification: row.verification, decidedAt: row.createdAt.toISOString() }));
}
