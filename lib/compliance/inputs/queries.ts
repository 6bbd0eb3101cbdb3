import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/transaction";
import type { Prisma } from "@/lib/db/generated/client";
import { addDays, type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import type { BoardSubject } from "../domain/board";
import { subjectAsKnown } from "../domain/knowledge";
import { type ObligationInput, termsOf } from "../domain/obligation";
import { startDayOf } from "../domain/start-day";
import { type ReadRecords, readRecords, readWholeUpTo } from "./records/queries";

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

/** For which answers the records of duties are read: by what was known when, up to which day, and how far back conduct is judged. */
export type InputsAsked = {
  readonly knownAt?: Date | undefined;
  readonly asOf: CalendarDate;
  /** The days of conduct by the rules; a duty's own terms may ask for more. */
  readonly windowDays: number;
  /** Duties, by code, of which answers are wanted for the end of every month before the day too; or of all. */
  readonly monthly?: readonly string[] | "ALL";
  /** Duties whose digest is wanted, by code. */
  readonly digestsOf?: readonly string[];
  /** Of a duty with more plain records than these only those are read that can matter. */
  readonly wholeUpTo?: number;
};

/** All duties of one agreement (or of every agreement) with the records that their answers can rest on. */
export async function listBoardSubjects(agreement: string | undefined, asked: InputsAsked): Promise<BoardSubjectRow[]> {
  const obligations = await listObligationRows(ofAgreement(agreement));
  return subjectsOf(obligations, await readFor(db(), obligations, { asked, ids: obligations.map(({ id }) => id) }), asked.knownAt);
}

/**
 * These duties as known now, with everything that the engine reads of others: the duties that they rest on, and those that these rest on, with
 * their records; and the text of the other duties of the same agreements. The triggers of the migration `board_reach` follow it: what is
 * read beyond that changes an answer without its revision until they follow.
 */
export async function listSubjectsAround(client: Tx, obligationIds: readonly number[], asked: InputsAsked): Promise<BoardSubjectRow[]> {
  const ids = await listWithBases(client, obligationIds);
  const obligations = await listObligationRows({ agreement: { obligations: { some: { id: { in: ids } } } } }, client);
  return subjectsOf(obligations, await readFor(client, obligations, { asked, ids }), undefined);
}

/** The records of some of these duties. The days of conduct are those of the duty that looks back farthest. */
function readFor(client: Tx, obligations: readonly ObligationRow[], { asked, ids }: { asked: InputsAsked; ids: readonly number[] }): Promise<Map<number, ReadRecords>> {
  const { knownAt, asOf, windowDays, monthly = [], digestsOf = [], wholeUpTo = readWholeUpTo } = asked;
  const farthest = Math.max(windowDays, ...obligations.map(({ terms }) => termsOf(terms).windowDays ?? 0));
  const idsOf = (codes: readonly string[]): number[] => obligations.filter(({ id, code }) => ids.includes(id) && codes.includes(code)).map(({ id }) => id);
  return readRecords(client, { obligationIds: ids, knownAt, asOf, windowFrom: addDays(asOf, 1 - farthest), monthlyIds: monthly === "ALL" ? ids : idsOf(monthly), digestIds: idsOf(digestsOf), wholeUpTo });
}

async function listWithBases(client: Tx, obligationIds: readonly number[]): Promise<number[]> {
  const rows = await client.$queryRaw<{ id: number }[]>`
    WITH RECURSIVE below(id) AS (
      SELECT unnest(${[...obligationIds]}::int[]) UNION SELECT d.depends_on_id FROM obligation_dependency d JOIN below b ON d.obligation_id = b.id
    ) SELECT id FROM below`;
  return rows.map((row) => row.id);
}

function subjectsOf(obligations: readonly ObligationRow[], records: ReadonlyMap<number, ReadRecords>, knownAt: Date | undefined): BoardSubjectRow[] {
  const subjects = obligations.map((row) => subjectOf(row, records.get(row.id)));
  return knownAt === undefined ? subjects : subjects.map((subject) => subjectAsKnown(subject, utcDayOf(knownAt)));
}

const dayOrNull = (stored: Date | null): CalendarDate | null => (stored === null ? null : utcDayOf(stored));

function subjectOf(row: ObligationRow, read: ReadRecords | undefined): BoardSubjectRow {
  return {
    id: row.id,
    agreement: { code: row.agreement.code, title: row.agreement.titles[0] ?? row.agreement.code },
    clause: row.clause,
    clauseId: row.clauseId,
    coverage: row.coverages.map((entry) => ({ observer: entry.observer, fromOn: utcDayOf(entry.fromOn), toOn: dayOrNull(entry.toOn), level: entry.level })),
    dependsOn: row.dependsOn.map((entry) => entry.dependsOn.code),
    records: read?.facts ?? [],
    ...(read?.unread && { unread: read.unread }),
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
