import { Prisma } from "@/lib/db/generated/client";
import type { Tx } from "@/lib/db/transaction";
import { type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import { figuresOf } from "../../domain/figures";
import { namedAtMost } from "../../domain/naming";
import { type BoardFact, isDayUncertain, recordIdOf } from "../../domain/record";
import { type PlainCounts, type Unread, unreadBeside } from "../../domain/unread";

/** Of a duty with more plain records than these only those are read that can matter. */
export const readWholeUpTo = 500;

/** Which records of some duties are read. */
export type RecordsAsked = {
  readonly obligationIds: readonly number[];
  /** As they were known then; without it, as they are known now. */
  readonly knownAt: Date | undefined;
  /** Records of later days are never read. */
  readonly asOf: CalendarDate;
  /** The first of the days that conduct is judged over. */
  readonly windowFrom: CalendarDate;
  /** Duties of which answers are wanted for the end of every month before the day too. */
  readonly monthlyIds: readonly number[];
  /** Duties whose digest is wanted. */
  readonly digestIds: readonly number[];
  readonly wholeUpTo: number;
};

export type ReadRecords = { readonly facts: readonly BoardFact[]; readonly unread: Unread | undefined };

/**
 * The records of these duties that an answer can rest on. Steps, ends, closures, amendments and figures are read whatever their number. Of plain
 * records, where a duty has very many, these: all that touch the days that conduct is judged over, of older ones the newest of each sort
 * and, of each sort that changes a position, the one that lasted longest; with them the rules give what they give with all of them.
 */
export async function readRecords(client: Tx, asked: RecordsAsked): Promise<Map<number, ReadRecords>> {
  const counts = await countPlain(client, asked);
  const reduced = asked.obligationIds.filter((id) => (counts.get(id)?.plain ?? 0) > asked.wholeUpTo);
  const [rows, fingerprints] = await Promise.all([client.$queryRaw<RecordRow[]>(recordsSql(asked, reduced)), fingerprintPlain(client, asked, asked.digestIds.filter((id) => reduced.includes(id)))]);
  const factsOf = new Map<number, BoardFact[]>();
  for (const row of rows) {
    const facts = factsOf.get(row.obligationId) ?? [];
    facts.push(factOf(row));
    factsOf.set(row.obligationId, facts);
  }
  return new Map(asked.obligationIds.map((id) => {
    const facts = factsOf.get(id) ?? [];
    const all = counts.get(id);
    return [id, { facts, unread: all && reduced.includes(id) ? { ...unreadBeside(all, facts), fingerprint: fingerprints.get(id) } : undefined }];
  }));
}

/** `isPlain` in the words of the indexes of the migration `board_reading`, of `board_record b`. */
export const plainRecord = Prisma.raw(`b.incident_id IS NOT NULL AND b.effect = 'NONE' AND b.relation IN ('BREACH', 'OBSTRUCTION', 'POSSIBLE_BREACH', 'CONTEXT') AND b.figures = '[]'`);
const counted = Prisma.raw(`b.verification IN ('V3_CORROBORATED', 'V4_VERIFIED', 'V5_INVESTIGATED')`);
const weighty = Prisma.sql`${plainRecord} AND b.relation <> 'CONTEXT' AND ${counted}`;
const lastDay = Prisma.raw("coalesce(b.occurred_end, b.occurred_start)");

/** What is on the board of the duties' day by the knowledge that is asked for. */
const standing = ({ knownAt, asOf }: RecordsAsked): Prisma.Sql =>
  knownAt === undefined
    ? Prisma.sql`b.superseded_at IS NULL AND b.occurred_start <= ${asOf}::date`
    : Prisma.sql`b.known_at <= ${knownAt}::timestamptz AND (b.superseded_at IS NULL OR b.superseded_at > ${knownAt}::timestamptz) AND b.occurred_start <= ${asOf}::date`;

const among = (ids: readonly number[]): Prisma.Sql => Prisma.sql`b.obligation_id = ANY (${[...ids]}::int[])`;

async function countPlain(client: Tx, asked: RecordsAsked): Promise<Map<number, PlainCounts & { plain: number }>> {
  const rows = await client.$queryRaw<(PlainCounts & { id: number; plain: number })[]>`
    SELECT b.obligation_id AS id, count(*)::int AS plain,
           (count(*) FILTER (WHERE b.relation <> 'CONTEXT' AND b.verification IN ('V0_UNASSESSED', 'V1_CLAIM', 'V2_REPORTED')))::int AS waiting,
           (count(*) FILTER (WHERE b.relation IN ('BREACH', 'OBSTRUCTION') AND ${counted}))::int AS against,
           (count(*) FILTER (WHERE b.relation = 'POSSIBLE_BREACH' AND ${counted}))::int AS open
      FROM board_record b WHERE ${among(asked.obligationIds)} AND ${plainRecord} AND ${standing(asked)} GROUP BY b.obligation_id`;
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

function recordsSql(asked: RecordsAsked, reduced: readonly number[]): Prisma.Sql {
  const whole = asked.obligationIds.filter((id) => !reduced.includes(id));
  const parts = [
    Prisma.sql`SELECT b.id FROM board_record b WHERE ${among(asked.obligationIds)} AND NOT (${plainRecord}) AND ${standing(asked)}`,
    Prisma.sql`SELECT b.id FROM board_record b WHERE ${among(whole)} AND ${plainRecord} AND ${standing(asked)}`,
    ...(reduced.length === 0 ? [] : reducedParts(asked, reduced)),
  ];
  return Prisma.sql`
    SELECT b.obligation_id AS "obligationId", b.incident_id AS "incidentId", m.key AS "milestoneKey", coalesce(m.time_precision, i.time_precision) AS "timePrecision", b.relation, b.effect,
           b.occurred_start AS "occurredStart", b.occurred_end AS "occurredEnd", b.verification, b.is_contested AS "isContested", b.is_lethal AS "isLethal",
           b.is_position_change AS "isPositionChange", b.is_acknowledged AS "isAcknowledged", b.figures, b.label
      FROM (${Prisma.join(parts, " UNION ")}) chosen JOIN board_record b ON b.id = chosen.id
      LEFT JOIN milestone m ON m.id = b.milestone_id LEFT JOIN incident i ON i.id = b.incident_id`;
}

/** The sorts by which the rules tell plain records apart, beside their days. */
const sorts = Prisma.raw(`(VALUES ('BREACH'), ('OBSTRUCTION'), ('POSSIBLE_BREACH')) r (relation), (VALUES (true), (false)) c (is_contested)`);
const countedLevels = Prisma.raw(`(VALUES ('V3_CORROBORATED'), ('V4_VERIFIED'), ('V5_INVESTIGATED')) v (verification)`);
const waitingLevels = Prisma.raw(`(VALUES ('V0_UNASSESSED'), ('V1_CLAIM'), ('V2_REPORTED')) v (verification)`);
const changes = Prisma.raw("(VALUES (true), (false)) p (is_position_change)");

function reducedParts(asked: RecordsAsked, reduced: readonly number[]): Prisma.Sql[] {
  const { windowFrom: from } = asked;
  const monthly = reduced.filter((id) => asked.monthlyIds.includes(id));
  const each = Prisma.sql`unnest(${[...reduced]}::int[]) AS o (id)`;
  const ofSort = Prisma.sql`b.obligation_id = o.id AND b.relation = r.relation AND b.verification = v.verification AND b.is_contested = c.is_contested AND ${plainRecord} AND ${standing(asked)}`;
  const older = Prisma.sql`b.occurred_start < ${from}::date AND ${lastDay} < ${from}::date`;
  return [
    Prisma.sql`SELECT b.id FROM board_record b WHERE ${among(reduced)} AND ${weighty} AND ${standing(asked)} AND b.occurred_start >= ${from}::date`,
    Prisma.sql`SELECT b.id FROM board_record b WHERE ${among(reduced)} AND ${weighty} AND ${standing(asked)} AND b.occurred_start < ${from}::date
      AND b.occurred_end > b.occurred_start AND daterange(b.occurred_start, b.occurred_end, '[]') @> ${from}::date`,
    Prisma.sql`SELECT n.id FROM ${each}, ${sorts}, ${countedLevels}, ${changes}
      CROSS JOIN LATERAL (SELECT b.id FROM board_record b WHERE ${ofSort} AND b.is_position_change = p.is_position_change AND ${older} ORDER BY b.occurred_start DESC, b.id DESC LIMIT ${namedAtMost}) n`,
    Prisma.sql`SELECT n.id FROM ${each}, ${sorts}, ${countedLevels}
      CROSS JOIN LATERAL (SELECT b.id FROM board_record b WHERE ${ofSort} AND b.is_position_change ORDER BY ${lastDay} DESC LIMIT 1) n`,
    ...(monthly.length === 0 ? [] : [everyMonth(asked, monthly), newestWaiting(asked, monthly)]),
  ];
}

/**
 * Of each month, of each sort, the record that lasted longest: whether one of its sort touches the days before a month's end follows from
 * these. The last day and the record's number are one number, so that the largest is found without sorting.
 */
const everyMonth = (asked: RecordsAsked, ids: readonly number[]): Prisma.Sql => Prisma.sql`
  SELECT (max(((${lastDay} - date '1900-01-01')::bigint << 32) | b.id) & 4294967295)::int AS id
    FROM board_record b WHERE ${among(ids)} AND ${weighty} AND ${standing(asked)}
   GROUP BY b.obligation_id, date_trunc('month', b.occurred_start), b.relation, b.verification >= 'V4', b.is_lethal, b.is_position_change, b.is_contested`;

/** The newest claims that wait, for pages that show some and try what they would change. */
const newestWaiting = (asked: RecordsAsked, ids: readonly number[]): Prisma.Sql => Prisma.sql`
  SELECT n.id FROM unnest(${[...ids]}::int[]) AS o (id), ${sorts}, ${waitingLevels}, ${changes}
    CROSS JOIN LATERAL (SELECT b.id FROM board_record b WHERE b.obligation_id = o.id AND b.relation = r.relation AND b.verification = v.verification AND b.is_contested = c.is_contested
      AND b.is_position_change = p.is_position_change AND ${plainRecord} AND ${standing(asked)} ORDER BY b.occurred_start DESC, b.id DESC LIMIT ${namedAtMost}) n`;

/** One number for all plain records of a duty that count, in whatever order they are read. */
async function fingerprintPlain(client: Tx, asked: RecordsAsked, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await client.$queryRaw<{ id: number; fingerprint: string }[]>`
    SELECT b.obligation_id AS id, count(*) || ':' || sum(hashtextextended(concat_ws('|', b.incident_id, b.relation, b.occurred_start, b.occurred_end, b.verification, b.is_contested, b.is_lethal,
             b.is_position_change, b.is_acknowledged, b.label), 0)::numeric) AS fingerprint
      FROM board_record b WHERE ${among(ids)} AND ${plainRecord} AND b.relation <> 'POSSIBLE_BREACH' AND ${counted} AND ${standing(asked)} GROUP BY b.obligation_id`;
  return new Map(ids.map((id) => [id, rows.find((row) => row.id === id)?.fingerprint ?? "0"]));
}

type RecordRow = Omit<BoardFact, "id" | "occurredStart" | "occurredEnd" | "isDayUncertain" | "figures"> & {
  readonly obligationId: number;
  readonly incidentId: number | null;
  readonly milestoneKey: string | null;
  readonly timePrecision: string | null;
  readonly occurredStart: Date;
  readonly occurredEnd: Date | null;
  readonly figures: unknown;
};

const factOf = ({ obligationId: _duty, incidentId, milestoneKey, timePrecision, occurredStart, occurredEnd, figures, ...fields }: RecordRow): BoardFact => ({
  ...fields,
  id: recordIdOf({ incidentId, milestone: milestoneKey === null ? null : { key: milestoneKey } }),
  occurredStart: utcDayOf(occurredStart),
  occurredEnd: occurredEnd === null ? null : utcDayOf(occurredEnd),
  isDayUncertain: isDayUncertain(timePrecision ?? "T0_UNKNOWN"),
  figures: figuresOf(figures),
});
