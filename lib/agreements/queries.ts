import { db } from "@/lib/db/client";
import { type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import type { SourceItem } from "@/lib/sources/domain";
import { sourceColumns } from "@/lib/sources/queries";
import type { AgreementItem, AgreementLinkView, AgreementView, DiscrepancyView, ObligationText } from "./domain/view";

const dayOrNull = (date: Date | null): CalendarDate | null => (date === null ? null : utcDayOf(date));

/** Every agreement on record, oldest first. Reference data is open to everyone who signs in. */
export async function listAgreements(): Promise<AgreementItem[]> {
  const rows = await db().agreement.findMany({
    select: {
      code: true, titles: true, kind: true, conflict: true, signedOn: true, parties: true, status: true, statusOn: true, confidence: true, isDemonstration: true,
      _count: { select: { clauses: true, obligations: true, sources: true, textVersions: true } },
    },
    orderBy: [{ signedOn: "asc" }, { code: "asc" }],
    take: 500,
  });
  return rows.map(({ _count, titles, ...row }) => ({ ...row, title: titles[0] ?? row.code, otherTitles: titles.slice(1), signedOn: utcDayOf(row.signedOn), statusOn: dayOrNull(row.statusOn), counts: _count }));
}

const linkColumns = { code: true, titles: true, signedOn: true } as const;
const discrepancyColumns = {
  code: true, topic: true, seedText: true, publicText: true, effect: true,
  obligations: { select: { obligation: { select: { code: true } } } },
  sources: { select: { source: { select: sourceColumns } } },
} as const;

/** One agreement whole: clauses, published wordings, duties with due dates and readings, linked instruments, sources. */
export async function findAgreement(code: string): Promise<AgreementView | undefined> {
  const row = await db().agreement.findUnique({
    where: { code },
    include: {
      clauses: { orderBy: { number: "asc" } },
      textVersions: { orderBy: { id: "asc" }, include: { source: { select: sourceColumns }, clauseTexts: { include: { clause: { select: { number: true } } } } } },
      sources: { select: { source: { select: sourceColumns } } },
      linksFrom: { include: { to: { select: linkColumns } } },
      linksTo: { include: { from: { select: linkColumns } } },
    },
  });
  if (!row) return undefined;
  const obligations = await listObligations(row.id);
  const { id: _id, clauses, textVersions, sources, linksFrom, linksTo, ...fields } = row;
  return {
    ...fields,
    title: row.titles[0] ?? row.code,
    signedOn: utcDayOf(row.signedOn),
    statusOn: dayOrNull(row.statusOn),
    inForceAt: row.inForceAt?.toISOString() ?? null,
    clauses: clauses.map(({ number, title }) => ({ number, title, obligations: obligations.filter((obligation) => obligation.clause === number).map((obligation) => obligation.code) })),
    textVersions: textVersions.map(({ key, language, publisher, publishedOn, note, source, clauseTexts }) => ({
      key, language, publisher, publishedOn, note, source,
      clauses: clauseTexts.map(({ clause, text, differs, note: clauseNote }) => ({ number: clause.number, text, differs, note: clauseNote })).sort((a, b) => a.number - b.number),
    })),
    obligations,
    links: [...linksFrom.map((link) => linkView({ ...link, other: link.to, isOutgoing: true })), ...linksTo.map((link) => linkView({ ...link, other: link.from, isOutgoing: false }))],
    discrepancies: await listDiscrepancies(row.id),
    sources: sortedSources(sources),
  };
}

const linkView = ({ relation, note, other, isOutgoing }: { relation: string; note: string | null; other: { code: string; titles: string[]; signedOn: Date }; isOutgoing: boolean }): AgreementLinkView => ({
  relation, note, isOutgoing, code: other.code, title: other.titles[0] ?? other.code, signedOn: utcDayOf(other.signedOn),
});

const order = new Intl.Collator("en");
const sortedSources = (rows: readonly { source: SourceItem }[]): SourceItem[] => rows.map((row) => row.source).sort((a, b) => order.compare(a.publisher, b.publisher) || a.id - b.id);

async function listObligations(agreementId: number): Promise<ObligationText[]> {
  const rows = await db().obligation.findMany({
    where: { agreementId },
    include: {
      clause: { select: { number: true } },
      quantities: { orderBy: { id: "asc" }, select: { what: true, value: true, unit: true, valueText: true, operator: true } },
      deadlines: { orderBy: { id: "asc" } },
      interpretations: { orderBy: { id: "asc" }, include: { source: { select: sourceColumns } } },
      dependsOn: { select: { dependsOn: { select: { code: true } } } },
      sources: { select: { source: { select: sourceColumns } } },
    },
    orderBy: { position: "asc" },
  });
  return rows.map((row) => ({
    code: row.code,
    clause: row.clause.number,
    title: row.title,
    kind: row.kind,
    subject: row.subject,
    description: row.description,
    reading: row.reading,
    obligors: row.obligors,
    beneficiary: row.beneficiary,
    startsAt: row.startsAt?.toISOString() ?? null,
    endsOn: dayOrNull(row.endsOn),
    scope: row.scope,
    verifier: row.verifier,
    textNote: row.textNote,
    readingNote: row.readingNote,
    confidence: row.confidence,
    quantities: row.quantities,
    deadlines: row.deadlines.map(({ id: _id, obligationId: _obligationId, dueOn, setOn, ...deadline }) => ({ ...deadline, dueOn: utcDayOf(dueOn), setOn: utcDayOf(setOn) })),
    interpretations: row.interpretations.map(({ holder, reading, statedOn, source }) => ({ holder, reading, statedOn, source })),
    dependsOn: row.dependsOn.map((entry) => entry.dependsOn.code).sort(order.compare),
    sources: sortedSources(row.sources),
  }));
}

/** Places where accounts differ on this agreement or on one of its duties. */
async function listDiscrepancies(agreementId: number): Promise<DiscrepancyView[]> {
  const rows = await db().discrepancy.findMany({
    where: { OR: [{ agreements: { some: { agreementId } } }, { obligations: { some: { obligation: { agreementId } } } }] },
    select: discrepancyColumns,
    orderBy: { code: "asc" },
  });
  return rows.map(discrepancyView);
}

/** The discrepancies that touch no agreement on record: kept in the register, shown on the list of agreements. */
export async function listLooseDiscrepancies(): Promise<DiscrepancyView[]> {
  const rows = await db().discrepancy.findMany({ where: { agreements: { none: {} }, obligations: { none: {} } }, select: discrepancyColumns, orderBy: { code: "asc" } });
  return rows.map(discrepancyView);
}

type DiscrepancyRow = { code: string; topic: string; seedText: string; publicText: string; effect: string; obligations: { obligation: { code: string } }[]; sources: { source: SourceItem }[] };
const discrepancyView = ({ obligations, sources, ...row }: DiscrepancyRow): DiscrepancyView => ({
  ...row,
  obligations: obligations.map((entry) => entry.obligation.code).sort(order.compare),
  sources: sortedSources(sources),
});
