import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import type { Prisma } from "@/lib/db/generated/client";
import { type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import type { BoardSubject } from "../domain/board";
import { figuresOf } from "../domain/figures";
import { subjectAsKnown } from "../domain/knowledge";
import { type ObligationInput, termsOf } from "../domain/obligation";
import { type BoardFact, isDayUncertain, type RecordId } from "../domain/record";
import { startDayOf } from "../domain/start-day";

/** A board's duties with the fields that its pages show beside the engine's input. */
export type BoardSubjectRow = BoardSubject & {
  readonly id: number;
  readonly agreement: { readonly code: string; readonly title: string };
  readonly clause: { readonly number: number; readonly title: string };
};

const obligationFields = {
  id: true,
  code: true,
  title: true,
  kind: true,
  startsAt: true,
  endsOn: true,
  terms: true,
  clauseId: true,
  agreement: { select: { code: true, titles: true, inForceAt: true, inForceLocal: true } },
  clause: { select: { number: true, title: true } },
  quantities: { select: { what: true, value: true, unit: true, operator: true }, orderBy: { id: "asc" } },
  deadlines: {
    select: { dueOn: true, rule: true, wording: true, origin: true, standing: true, instrument: true, acceptance: true, setBy: true, setOn: true, basis: true },
    orderBy: { id: "asc" },
  },
  interpretations: { select: { holder: true, statedOn: true }, orderBy: { id: "asc" } },
  coverages: { select: { observer: true, fromOn: true, toOn: true, level: true }, orderBy: { id: "asc" } },
  dependsOn: { select: { dependsOn: { select: { code: true } } }, orderBy: { dependsOnId: "asc" } },
} satisfies Prisma.ObligationSelect;

type ObligationRow = Prisma.ObligationGetPayload<{ select: typeof obligationFields }>;

const recordFields = {
  obligationId: true,
  incidentId: true,
  milestone: { select: { key: true, timePrecision: true } },
  incident: { select: { timePrecision: true } },
  relation: true,
  effect: true,
  occurredStart: true,
  occurredEnd: true,
  verification: true,
  isContested: true,
  isLethal: true,
  isPositionChange: true,
  isAcknowledged: true,
  figures: true,
  label: true,
} satisfies Prisma.BoardRecordSelect;

type RecordRow = Prisma.BoardRecordGetPayload<{ select: typeof recordFields }>;

/** The rows of the board as they were known at `knownAt`; without it, as they are known now. */
export const knownBy = (knownAt: Date | undefined): Prisma.BoardRecordWhereInput =>
  knownAt === undefined ? { supersededAt: null } : { knownAt: { lte: knownAt }, OR: [{ supersededAt: null }, { supersededAt: { gt: knownAt } }] };

const ofAgreement = (agreement: string | undefined): Prisma.ObligationWhereInput => (agreement === undefined ? {} : { agreement: { code: agreement } });

const listObligationRows = (where: Prisma.ObligationWhereInput, client: Tx = db()): Promise<ObligationRow[]> =>
  client.obligation.findMany({
    where,
    select: obligationFields,
    orderBy: [{ agreement: { signedOn: "desc" } }, { agreementId: "asc" }, { clause: { number: "asc" } }, { position: "asc" }],
  });

/** The duties of one agreement by their text alone, as it is known now: no record is read. */
export async function listObligationInputs(agreement: string): Promise<ObligationInput[]> {
  return (await listObligationRows(ofAgreement(agreement))).map(inputOf);
}

/** All duties of one agreement (or of every agreement) with their records, as known at `knownAt`. */
export async function listBoardSubjects({ agreement, knownAt }: { agreement: string | undefined; knownAt: Date | undefined }): Promise<BoardSubjectRow[]> {
  const [obligations, records] = await Promise.all([
    listObligationRows(ofAgreement(agreement)),
    db().boardRecord.findMany({ where: { ...knownBy(knownAt), obligation: ofAgreement(agreement) }, select: recordFields }),
  ]);
  return subjectsOf(obligations, records, knownAt);
}

/**
 * These duties as known now, with everything that the engine reads of others: the duties that they rest on, and those that these rest on, with
 * their records; and the text of the other duties of the same agreements. The triggers of the migration `board_reach` follow it: what is
 * read beyond that changes an answer without its revision until they follow.
 */
export async function listSubjectsAround(client: Tx, obligationIds: readonly number[]): Promise<BoardSubjectRow[]> {
  const ids = await listWithBases(client, obligationIds);
  const obligations = await listObligationRows({ agreement: { obligations: { some: { id: { in: ids } } } } }, client);
  const records = await client.boardRecord.findMany({ where: { supersededAt: null, obligationId: { in: ids } }, select: recordFields });
  return subjectsOf(obligations, records, undefined);
}

async function listWithBases(client: Tx, obligationIds: readonly number[]): Promise<number[]> {
  const rows = await client.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE below(id) AS (
      SELECT unnest(${[...obligationIds]}::int[]) UNION SELECT d.depends_on_id FROM obligation_dependency d JOIN below b ON d.obligation_id = b.id
    ) SELECT id FROM below`;
  return rows.map((row) => row.id);
}

function subjectsOf(obligations: readonly ObligationRow[], records: readonly RecordRow[], knownAt: Date | undefined): BoardSubjectRow[] {
  const recordsOf = new Map<number, BoardFact[]>();
  for (const row of records) {
    const facts = recordsOf.get(row.obligationId) ?? [];
    facts.push(factOf(row));
    recordsOf.set(row.obligationId, facts);
  }
  const subjects = obligations.map((row) => subjectOf(row, recordsOf.get(row.id) ?? []));
  return knownAt === undefined ? subjects : subjects.map((subject) => subjectAsKnown(subject, utcDayOf(knownAt)));
}

const dayOrNull = (stored: Date | null): CalendarDate | null => (stored === null ? null : utcDayOf(stored));

function subjectOf(row: ObligationRow, records: readonly BoardFact[]): BoardSubjectRow {
  return {
    id: row.id,
    agreement: { code: row.agreement.code, title: row.agreement.titles[0] ?? row.agreement.code },
    clause: row.clause,
    clauseId: row.clauseId,
    coverage: row.coverages.map((entry) => ({ observer: entry.observer, fromOn: utcDayOf(entry.fromOn), toOn: dayOrNull(entry.toOn), level: entry.level })),
    dependsOn: row.dependsOn.map((entry) => entry.dependsOn.code),
    records,
    input: inputOf(row),
  };
}

function inputOf(row: ObligationRow): ObligationInput {
  return {
    code: row.code,
    title: row.title,
    kind: row.kind,
    startsOn: row.startsAt === null ? null : startDayOf(row.startsAt, { at: row.agreement.inForceAt, local: row.agreement.inForceLocal }),
    endsOn: dayOrNull(row.endsOn),
    terms: termsOf(row.terms),
    quantities: row.quantities,
    deadlines: row.deadlines.map((entry) => ({ ...entry, dueOn: utcDayOf(entry.dueOn), setOn: utcDayOf(entry.setOn) })),
    interpretations: row.interpretations,
  };
}

/** The identity of a row's record; a database check holds that it has exactly one of the two. */
export function recordIdOf(row: { incidentId: number | null; milestone: { key: string } | null }): RecordId {
  if (row.milestone) return { milestone: row.milestone.key };
  if (row.incidentId === null) throw new RangeError("a board record has neither an incident nor a milestone");
  return { incident: row.incidentId };
}

const factOf = (row: RecordRow): BoardFact => ({
  id: recordIdOf(row),
  label: row.label,
  relation: row.relation,
  effect: row.effect,
  occurredStart: utcDayOf(row.occurredStart),
  occurredEnd: dayOrNull(row.occurredEnd),
  isDayUncertain: isDayUncertain((row.milestone ?? row.incident)?.timePrecision ?? "T0_UNKNOWN"),
  verification: row.verification,
  isContested: row.isContested,
  isLethal: row.isLethal,
  isPositionChange: row.isPositionChange,
  isAcknowledged: row.isAcknowledged,
  figures: figuresOf(row.figures),
});
