import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { showsSources } from "@/lib/compliance/domain/publication";
import { recordIdOf, referenceOf } from "@/lib/compliance/domain/record";
import { knownBy } from "@/lib/compliance/inputs/queries";
import { keptMarks, marksSelect } from "@/lib/incidents/protection/queries";
import { utcDayOf } from "@/lib/kernel/calendar-date";
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

/** The published records that report or find a breach of these duties, as known at `knownAt`, by duty. */
export async function listBreachRecords(obligationIds: number[], { knownAt, voiceOf }: { knownAt: Date | undefined; voiceOf: VoiceOf }): Promise<Map<number, BreachRecord[]>> {
  const rows = await db().boardRecord.findMany({
    where: { ...knownBy(knownAt), obligationId: { in: obligationIds }, relation: { in: ["BREACH", "POSSIBLE_BREACH"] } },
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
