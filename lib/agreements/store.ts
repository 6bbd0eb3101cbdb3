import type { Tx } from "@/lib/db/transaction";
import { calendarDate, toStoredDay } from "@/lib/kernel/calendar-date";
import type { AgreementInput, DiscrepancyInput, ObligationInput } from "./schema";

type SourceId = (key: string) => number;
const dayOf = (text: string): Date => toStoredDay(calendarDate(text));
const dayOrNull = (text: string | null): Date | null => (text === null ? null : dayOf(text));

/** Inserts the agreement itself with its sources; undefined where its code is taken. */
export async function insertAgreement(tx: Tx, input: AgreementInput, sourceId: SourceId): Promise<number | undefined> {
  const { sources, clauses: _clauses, textVersions: _versions, links: _links, obligations: _obligations, ...fields } = input;
  const [row] = await tx.agreement.createManyAndReturn({
    data: [{ ...fields, signedOn: dayOf(fields.signedOn), statusOn: dayOrNull(fields.statusOn), inForceAt: fields.inForceAt === null ? null : new Date(fields.inForceAt) }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (row) await tx.agreementSource.createMany({ data: [...new Set(sources)].map((key) => ({ agreementId: row.id, sourceId: sourceId(key) })) });
  return row?.id;
}

/** Inserts the clauses and every published wording of them; answers the clause ids by number. */
export async function insertClauses(tx: Tx, { agreementId, input, sourceId }: { agreementId: number; input: AgreementInput; sourceId: SourceId }): Promise<Map<number, number>> {
  const clauses = await tx.clause.createManyAndReturn({ data: input.clauses.map((clause) => ({ ...clause, agreementId })), select: { id: true, number: true } });
  const clauseId = new Map(clauses.map((clause) => [clause.number, clause.id]));
  for (const { clauses: texts, source, ...version } of input.textVersions) {
    const { id } = await tx.textVersion.create({ data: { ...version, agreementId, sourceId: source === null ? null : sourceId(source) }, select: { id: true } });
    await tx.clauseText.createMany({ data: texts.map(({ number, ...text }) => ({ ...text, clauseId: clauseId.get(number) ?? 0, textVersionId: id })) });
  }
  return clauseId;
}

/** Inserts an edge of the instrument graph; false where the earlier instrument isn't there. */
export async function insertLink(tx: Tx, fromId: number, { to, relation, note }: AgreementInput["links"][number]): Promise<boolean> {
  const target = await tx.agreement.findUnique({ where: { code: to }, select: { id: true } });
  if (target) await tx.agreementLink.create({ data: { fromId, toId: target.id, relation, note } });
  return target !== null;
}

/** Inserts a duty with its figures, due dates, readings and coverage. */
export async function insertObligation(tx: Tx, input: ObligationInput, at: { agreementId: number; clauseId: number; position: number; sourceId: SourceId }): Promise<number> {
  const { clause: _clause, dependsOn: _dependsOn, quantities, deadlines, interpretations, coverage, sources, ...fields } = input;
  const { sourceId, ...place } = at;
  const idOrNull = (key: string | null) => (key === null ? null : sourceId(key));
  const { id } = await tx.obligation.create({
    data: { ...fields, ...place, startsAt: fields.startsAt === null ? null : new Date(fields.startsAt), endsOn: dayOrNull(fields.endsOn), terms: termsJson(fields.terms) },
    select: { id: true },
  });
  const owned = { obligationId: id };
  await tx.obligationQuantity.createMany({ data: quantities.map((row) => ({ ...row, ...owned })) });
  await tx.deadline.createMany({ data: deadlines.map((row) => ({ ...row, ...owned, dueOn: dayOf(row.dueOn), setOn: dayOf(row.setOn) })) });
  await tx.interpretation.createMany({ data: interpretations.map(({ source, ...row }) => ({ ...row, ...owned, sourceId: idOrNull(source) })) });
  await tx.coverage.createMany({ data: coverage.map(({ source, ...row }) => ({ ...row, ...owned, fromOn: dayOf(row.fromOn), toOn: dayOrNull(row.toOn), sourceId: idOrNull(source) })) });
  await tx.obligationSource.createMany({ data: [...new Set(sources)].map((key) => ({ ...owned, sourceId: sourceId(key) })) });
  return id;
}

/** JSON has no undefined: a setting that isn't given isn't there. */
const termsJson = (terms: ObligationInput["terms"]) => ({
  ...(terms.windowDays === undefined ? {} : { windowDays: terms.windowDays }),
  ...(terms.termYears === undefined ? {} : { termYears: terms.termYears }),
  ...(terms.noticeMonths === undefined ? {} : { noticeMonths: terms.noticeMonths }),
  ...(terms.isSetContested === undefined ? {} : { isSetContested: terms.isSetContested }),
  ...(terms.isChangeLasting === undefined ? {} : { isChangeLasting: terms.isChangeLasting }),
  ...(terms.planYears === undefined ? {} : { planYears: terms.planYears }),
  ...(terms.startReadings === undefined ? {} : { startReadings: terms.startReadings }),
});

export async function insertDependencies(tx: Tx, obligationId: number, dependsOnIds: readonly number[]): Promise<void> {
  await tx.obligationDependency.createMany({ data: dependsOnIds.map((dependsOnId) => ({ obligationId, dependsOnId })) });
}

/** The codes among these that no speaker has. */
export async function speakersMissing(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(codes)];
  const known = new Set((await tx.speaker.findMany({ where: { code: { in: wanted } }, select: { code: true } })).map((row) => row.code));
  return wanted.filter((code) => !known.has(code));
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
