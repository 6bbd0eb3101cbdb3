import type { Tx } from "@/lib/db/transaction";
import { calendarDate, toStoredDay } from "@/lib/kernel/calendar-date";
import type { AgreementInput, DiscrepancyInput, ObligationInput } from "./schema";

type SourceId = (key: string) => number;
const dayOf = (text: string): Date => toStoredDay(calendarDate(text));
const dayOrNull = (text: string | null): Date | null => (text === null ? null : dayOf(text));

/** Inserts the agreement itself, without its parts; undefined where its code is taken. */
export async function insertAgreement(tx: Tx, input: AgreementInput): Promise<number | undefined> {
  const { sources: _sources, clauses: _clauses, textVersions: _versions, links: _links, obligations: _obligations, outcomes: _outcomes, ...fields } = input;
  const [row] = await tx.agreement.createManyAndReturn({
    data: [{ ...fields, signedOn: dayOf(fields.signedOn), statusOn: dayOrNull(fields.statusOn), inForceAt: fields.inForceAt === null ? null : new Date(fields.inForceAt) }],
    skipDuplicates: true,
    select: { id: true },
  });
  return row?.id;
}

export async function insertAgreementSources(tx: Tx, agreementId: number, sourceIds: readonly number[]): Promise<void> {
  await tx.agreementSource.createMany({ data: [...new Set(sourceIds)].map((sourceId) => ({ agreementId, sourceId })) });
}

export async function insertClauses(tx: Tx, agreementId: number, clauses: AgreementInput["clauses"]): Promise<void> {
  await tx.clause.createMany({ data: clauses.map((clause) => ({ ...clause, agreementId })) });
}

/** The ids of an agreement's clauses by their numbers. */
export async function clauseIdsByNumber(tx: Tx, agreementId: number): Promise<Map<number, number>> {
  const rows = await tx.clause.findMany({ where: { agreementId }, select: { id: true, number: true } });
  return new Map(rows.map((row) => [row.number, row.id]));
}

type Version = AgreementInput["textVersions"][number];

/** Inserts a published wording without its clauses' texts. */
export async function insertTextVersion(tx: Tx, { clauses: _clauses, source, ...version }: Version, at: { agreementId: number; sourceId: SourceId }): Promise<number> {
  const { id } = await tx.textVersion.create({ data: { ...version, agreementId: at.agreementId, sourceId: source === null ? null : at.sourceId(source) }, select: { id: true } });
  return id;
}

/** Inserts what clauses say in one published wording. */
export async function insertClauseTexts(tx: Tx, textVersionId: number, texts: readonly (Omit<Version["clauses"][number], "number"> & { clauseId: number })[]): Promise<void> {
  await tx.clauseText.createMany({ data: texts.map((text) => ({ ...text, textVersionId })) });
}

/** Inserts an edge of the instrument graph; false where the earlier instrument isn't there. */
export async function insertLink(tx: Tx, fromId: number, { to, relation, note }: AgreementInput["links"][number]): Promise<boolean> {
  const target = await tx.agreement.findUnique({ where: { code: to }, select: { id: true } });
  if (target) await tx.agreementLink.create({ data: { fromId, toId: target.id, relation, note } });
  return target !== null;
}

/** Inserts a duty with its figures, due dates, readings and coverage, but not with what it waits for. */
export async function insertObligation(tx: Tx, input: ObligationInput, at: { agreementId: number; clauseId: number; position: number; sourceId: SourceId }): Promise<number> {
  const { clause: _clause, dependsOn: _dependsOn, quantities, deadlines, interpretations, coverage, sources, ...fields } = input;
  const { sourceId, ...place } = at;
  const { id } = await tx.obligation.create({
    data: { ...fields, ...place, startsAt: fields.startsAt === null ? null : new Date(fields.startsAt), endsOn: dayOrNull(fields.endsOn), terms: termsJson(fields.terms) },
    select: { id: true },
  });
  await tx.obligationQuantity.createMany({ data: quantities.map((row) => ({ ...row, obligationId: id })) });
  await insertDeadlines(tx, id, deadlines);
  await insertInterpretations(tx, interpretations.map((row) => ({ ...row, obligationId: id })), sourceId);
  await insertCoverage(tx, coverage.map((row) => ({ ...row, obligationId: id })), sourceId);
  await insertObligationSources(tx, id, sources.map(sourceId));
  return id;
}

export async function insertDeadlines(tx: Tx, obligationId: number, rows: ObligationInput["deadlines"]): Promise<void> {
  await tx.deadline.createMany({ data: rows.map((row) => ({ ...row, obligationId, dueOn: dayOf(row.dueOn), setOn: dayOf(row.setOn) })) });
}

type OfDuty<T> = readonly (T & { obligationId: number })[];

export async function insertInterpretations(tx: Tx, rows: OfDuty<ObligationInput["interpretations"][number]>, sourceId: SourceId): Promise<void> {
  await tx.interpretation.createMany({ data: rows.map(({ source, ...row }) => ({ ...row, sourceId: source === null ? null : sourceId(source) })) });
}

export async function insertCoverage(tx: Tx, rows: OfDuty<ObligationInput["coverage"][number]>, sourceId: SourceId): Promise<void> {
  await tx.coverage.createMany({ data: rows.map(({ source, ...row }) => ({ ...row, fromOn: dayOf(row.fromOn), toOn: dayOrNull(row.toOn), sourceId: source === null ? null : sourceId(source) })) });
}

export async function insertObligationSources(tx: Tx, obligationId: number, sourceIds: readonly number[]): Promise<void> {
  await tx.obligationSource.createMany({ data: [...new Set(sourceIds)].map((sourceId) => ({ obligationId, sourceId })) });
}

/** JSON has no undefined: a setting that isn't given isn't there. */
const termsJson = (terms: ObligationInput["terms"]) => {
  const { startReadings, ...settings } = terms;
  const given = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
  return startReadings === undefined ? given : { ...given, startReadings };
};

export async function insertDependencies(tx: Tx, obligationId: number, dependsOnIds: readonly number[]): Promise<void> {
  await tx.obligationDependency.createMany({ data: dependsOnIds.map((dependsOnId) => ({ obligationId, dependsOnId })) });
}

type Named = { id: number; code: string };
/** The duties and agreements with these codes. */
export async function findNamed(tx: Tx, { obligations, agreements }: Pick<DiscrepancyInput, "obligations" | "agreements">): Promise<{ obligations: Named[]; agreements: Named[] }> {
  const select = { id: true, code: true } as const;
  return {
    obligations: await tx.obligation.findMany({ where: { code: { in: obligations } }, select }),
    agreements: await tx.agreement.findMany({ where: { code: { in: agreements } }, select }),
  };
}

/** Inserts a discrepancy with what it touches; undefined where its code is taken. */
export async function insertDiscrepancy(tx: Tx, input: DiscrepancyInput, ids: { obligations: number[]; agreements: number[]; sources: number[] }): Promise<number | undefined> {
  const { obligations: _obligations, agreements: _agreements, sources: _sources, ...fields } = input;
  const [row] = await tx.discrepancy.createManyAndReturn({ data: [fields], skipDuplicates: true, select: { id: true } });
  if (!row) return undefined;
  const owned = { discrepancyId: row.id };
  await tx.discrepancyObligation.createMany({ data: ids.obligations.map((obligationId) => ({ ...owned, obligationId })) });
  await tx.discrepancyAgreement.createMany({ data: ids.agreements.map((agreementId) => ({ ...owned, agreementId })) });
  await tx.discrepancySource.createMany({ data: ids.sources.map((sourceId) => ({ ...owned, sourceId })) });
  return row.id;
}
