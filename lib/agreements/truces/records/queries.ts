import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { showsSources } from "@/lib/compliance/domain/publication";
import { recordIdOf, referenceOf } from "@/lib/compliance/domain/record";
import { plainRecord } from "@/lib/compliance/inputs/records/queries";
import { keptMarks, marksSelect } from "@/lib/incidents/protection/queries";
import { type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import type { BreachRecord } from "../domain/records";
import type { Voice } from "../domain/truce";

export type VoiceOf = (code: string) => Voice;

const sourceFields = { key: true, publisher: true, title: true, publishedOn: true, url: true, basis: true } satisfies Prisma.SourceSelect;
/** The columns by which the comparison cites a source. */
export const sourcesOf = { select: { source: { select: sourceFields } }, orderBy: { sourceId: "asc" } } as const;

const breachFields = {
  obligationId: true, incidentId: true, relation: true, verification: true, occurredStart: true, occurredEnd: true, label: true,
  incident: { select: { ...marksSelect, timePrecision: true, confidence: true, claims: { select: { stance: true, speaker: true }, orderBy: { position: "asc" } }, sources: sourcesOf } },
  milestone: { select: { key: true, timePrecision: true, confidence: true, claimedBy: true, confirmedBy: true, deniedBy: true, sources: sourcesOf } },
} satisfies Prisma.BoardRecordSelect;
type BreachRow = Prisma.BoardRecordGetPayload<{ select: typeof breachFields }>;

/** So many of the earliest of each sort are read: who reports a breach first, and who of each side, is among them. */
const earliest = 50;

type Asked = { readonly knownAt: Date | undefined; readonly asOf: CalendarDate; readonly voiceOf: VoiceOf };

/**
 * The published records that report or find a breach of these duties, as known at `knownAt`, by duty: those that are more than plain, and of
 * each sort of plain ones (relation, level, denied or not) the earliest from a month before its agreement was signed, and the last up to `asOf`.
 */
export async function listBreachRecords(obligationIds: number[], { knownAt, asOf, voiceOf }: Asked): Promise<Map<number, BreachRecord[]>> {
  const chosen = await db().$queryRaw<{ id: number }[]>(chosenSql(obligationIds, { knownAt, asOf }));
  const rows = await db().boardRecord.findMany({
    where: { id: { in: chosen.map(({ id }) => id) } },
    select: breachFields,
    orderBy: [{ occurredStart: "asc" }, { id: "asc" }],
  });
  const byDuty = new Map<number, BreachRecord[]>();
  for (const row of rows) {
    const records = byDuty.get(row.obligationId) ?? [];
    records.push(breachOf(row, voiceOf));
    byDuty.set(row.obligationId, records);
  }
  return byDuty;
}

function chosenSql(obligationIds: readonly number[], { knownAt, asOf }: Omit<Asked, "voiceOf">): Prisma.Sql {
  const known = knownAt === undefined ? Prisma.sql`b.superseded_at IS NULL` : Prisma.sql`b.known_at <= ${knownAt}::timestamptz AND (b.superseded_at IS NULL OR b.superseded_at > ${knownAt}::timestamptz)`;
  const sorts = Prisma.raw(`(VALUES ('BREACH'), ('POSSIBLE_BREACH')) r (relation), (VALUES (true), (false)) c (is_contested), (VALUES (true), (false)) p (is_position_change),
    (VALUES ('V0_UNASSESSED'), ('V1_CLAIM'), ('V2_REPORTED'), ('V3_CORROBORATED'), ('V4_VERIFIED'), ('V5_INVESTIGATED')) v (verification)`);
  const ofSort = Prisma.sql`b.obligation_id = o.id AND b.relation = r.relation AND b.verification = v.verification AND b.is_position_change = p.is_position_change AND b.is_contested = c.is_contested AND ${plainRecord} AND ${known}`;
  const each = Prisma.sql`obligation o JOIN agreement a ON a.id = o.agreement_id, ${sorts}`;
  return Prisma.sql`
    SELECT b.id FROM board_record b WHERE b.obligation_id = ANY (${[...obligationIds]}::int[]) AND b.relation IN ('BREACH', 'POSSIBLE_BREACH') AND NOT (${plainRecord}) AND ${known}
    UNION SELECT n.id FROM ${each} CROSS JOIN LATERAL (SELECT b.id FROM board_record b WHERE ${ofSort} AND b.occurred_start >= a.signed_on - 31 ORDER BY b.occurred_start, b.id LIMIT ${earliest}) n WHERE o.id = ANY (${[...obligationIds]}::int[])
    UNION SELECT n.id FROM ${each} CROSS JOIN LATERAL (SELECT b.id FROM board_record b WHERE ${ofSort} AND b.occurred_start <= ${asOf}::date ORDER BY b.occurred_start DESC, b.id DESC LIMIT 1) n WHERE o.id = ANY (${[...obligationIds]}::int[])`;
}

const breachOf = (row: BreachRow, voiceOf: VoiceOf): BreachRecord => ({
  ...originOf(row, voiceOf),
  reference: referenceOf(recordIdOf(row)),
  label: row.label,
  relation: row.relation,
  verification: row.verification,
  occurredStart: utcDayOf(row.occurredStart),
  occurredEnd: row.occurredEnd === null ? null : utcDayOf(row.occurredEnd),
});

const alleging: readonly string[] = ["ALLEGED_BY", "COUNTER_ALLEGED_BY", "FOUND_BY"];
type Origin = Pick<BreachRecord, "href" | "precision" | "confidence" | "sources" | "allegedBy" | "deniedBy">;

/** Who speaks in the incident or milestone behind a row, and where it was read. */
function originOf({ incident, incidentId, milestone }: BreachRow, voiceOf: VoiceOf): Origin {
  if (milestone) {
    const { timePrecision, confidence, claimedBy, confirmedBy, deniedBy, sources } = milestone;
    return { href: null, precision: timePrecision, confidence, sources: sources.map((entry) => entry.source), allegedBy: [...claimedBy, ...confirmedBy].map(voiceOf), deniedBy: deniedBy.map(voiceOf) };
  }
  if (!incident || incidentId === null) throw new RangeError("a board record has neither an incident nor a milestone");
  const { claims, timePrecision, confidence, sources } = incident;
  const speakers = (stances: readonly string[]): Voice[] => [...new Set(claims.filter((claim) => stances.includes(claim.stance)).map((claim) => claim.speaker))].map(voiceOf);
  // This page says the same to everybody: what was read for a protected record is told to nobody.
  const shown = showsSources(keptMarks(incident)) ? sources.map((entry) => entry.source) : [];
  return { href: `/incidents/${incidentId}`, precision: timePrecision, confidence, sources: shown, allegedBy: speakers(alleging), deniedBy: speakers(["DENIED_BY"]) };
}
