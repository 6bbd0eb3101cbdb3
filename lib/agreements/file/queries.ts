import { db, type Tx } from "@/lib/db/client";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { citedSources, holderOf, voicesOf } from "./domain/belonging";
import { listObligationFields } from "./duties/queries";
import { type AgreementFile, agreementFile, canonicalFile, fileFormat, fileFormatVersion } from "./schema";

const dayOrNull = (date: Date | null): string | null => (date === null ? null : utcDayOf(date));
const bySource = { source: { select: { key: true } } } as const;

const agreementColumns = {
  id: true, code: true, titles: true, kind: true, conflict: true, signedOn: true, signedNote: true, inForceAt: true, inForceLocal: true, inForceZone: true, inForceNote: true,
  parties: true, signatories: true, mediators: true, place: true, status: true, statusOn: true, notes: true, confidence: true, isDemonstration: true,
  sources: { select: bySource },
  clauses: { select: { number: true, title: true } },
  textVersions: {
    select: { key: true, language: true, publisher: true, publishedOn: true, note: true, ...bySource, clauseTexts: { select: { text: true, differs: true, note: true, clause: { select: { number: true } } } } },
    orderBy: { id: "asc" },
  },
  setsTruce: true,
  outcomes: { select: { kind: true, occurredOn: true, precision: true, occurredAt: true, earliestAt: true, latestAt: true, allegedBy: true, deniedBy: true, note: true, confidence: true, sources: { select: bySource } }, orderBy: { id: "asc" } },
  linksFrom: { select: { relation: true, note: true, to: { select: { code: true } } } },
} as const;

/** An agreement on record as a file in its canonical form; undefined where no agreement has the code. Read through `reader`, so that an import sees what its transaction sees. */
export async function findAgreementFile(code: string, reader: Tx = db()): Promise<AgreementFile | undefined> {
  const row = await reader.agreement.findUnique({ where: { code }, select: agreementColumns });
  if (!row) return undefined;
  const { id, sources, textVersions, linksFrom, outcomes, ...fields } = row;
  const agreement = {
    ...fields,
    signedOn: utcDayOf(row.signedOn),
    inForceAt: row.inForceAt?.toISOString() ?? null,
    statusOn: dayOrNull(row.statusOn),
    sources: sources.map(({ source }) => source.key),
    textVersions: textVersions.map(({ source, clauseTexts, ...version }) => ({ ...version, source: source?.key ?? null, clauses: clauseTexts.map(({ clause, ...text }) => ({ number: clause.number, ...text })) })),
    links: linksFrom.map(({ to, ...link }) => ({ to: to.code, ...link })),
    obligations: await listObligationFields(id, reader),
    outcomes: outcomes.map((account) => ({
      ...account,
      occurredOn: utcDayOf(account.occurredOn),
      occurredAt: account.occurredAt?.toISOString() ?? null,
      earliestAt: account.earliestAt?.toISOString() ?? null,
      latestAt: account.latestAt?.toISOString() ?? null,
      sources: account.sources.map(({ source }) => source.key),
    })),
  };
  const discrepancies = await listDiscrepancies({ id, code }, reader);
  const file = agreementFile.parse({ format: fileFormat, formatVersion: fileFormatVersion, agreement, discrepancies });
  return canonicalFile({ ...file, speakers: await listSpeakers(file, reader), sources: await listSources(file, reader) });
}

/** The discrepancies that belong into the agreement's file. */
async function listDiscrepancies({ id: agreementId, code }: { id: number; code: string }, reader: Tx): Promise<AgreementFile["discrepancies"]> {
  const dated = { code: true, signedOn: true } as const;
  const rows = await reader.discrepancy.findMany({
    where: { OR: [{ agreements: { some: { agreementId } } }, { obligations: { some: { obligation: { agreementId } } } }] },
    select: {
      code: true, topic: true, seedText: true, publicText: true, effect: true,
      obligations: { select: { obligation: { select: { code: true, agreement: { select: dated } } } } },
      agreements: { select: { agreement: { select: dated } } },
      sources: { select: bySource },
    },
  });
  return rows.flatMap(({ obligations, agreements, sources, ...row }) => {
    const touched = [...agreements.map((entry) => entry.agreement), ...obligations.map((entry) => entry.obligation.agreement)];
    if (holderOf(touched.map((entry) => ({ code: entry.code, signedOn: utcDayOf(entry.signedOn) }))) !== code) return [];
    return [{ ...row, obligations: obligations.map((entry) => entry.obligation.code), agreements: agreements.map((entry) => entry.agreement.code), sources: sources.map((entry) => entry.source.key) }];
  });
}

async function listSpeakers({ agreement }: AgreementFile, reader: Tx): Promise<AgreementFile["speakers"]> {
  const rows = await reader.speaker.findMany({ select: { code: true, name: true, side: true, rootGroup: true, kind: true, isParty: true } });
  return agreementFile.shape.speakers.parse(voicesOf(agreement, rows));
}

async function listSources(file: AgreementFile, reader: Tx): Promise<AgreementFile["sources"]> {
  const rows = await reader.source.findMany({
    where: { key: { in: citedSources(file) } },
    select: { key: true, publisher: true, title: true, publishedOn: true, url: true, basis: true, kind: true, alignment: true, reliability: true, derivation: true },
  });
  return agreementFile.shape.sources.parse(rows);
}
