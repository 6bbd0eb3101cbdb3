import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { TruceOutcome } from "@/lib/codelists/truce-outcome";
import { type CalendarDate, utcDayOf } from "@/lib/kernel/calendar-date";
import { truceStart } from "./domain/elapsed";
import { accountsOf, type BreachRecord } from "./domain/records";
import type { Account, Truce } from "./domain/truce";
import { listBreachRecords, sourcesOf, type VoiceOf } from "./records/queries";

const truceFields = {
  id: true, code: true, titles: true, conflict: true, signedOn: true, signedNote: true, inForceAt: true, inForceLocal: true, inForceZone: true, inForceNote: true,
  status: true, statusOn: true, confidence: true, isDemonstration: true,
  outcomes: { orderBy: { id: "asc" }, include: { sources: sourcesOf } },
  linksTo: { where: { relation: "SUPERSEDES" }, select: { from: { select: { code: true, titles: true, signedOn: true } } } },
  // The Peace Accords Matrix's name for the duty to stop fighting, by which truces of any agreement are found.
  obligations: { where: { subject: "Cease Fire" }, select: { id: true } },
} satisfies Prisma.AgreementSelect;

type TruceRow = Prisma.AgreementGetPayload<{ select: typeof truceFields }>;

/**
 * The agreements that set a truce with all accounts of what became of them, as known at `knownAt`. An account that stands in the
 * files is taken as known from its own day on, as a due date is; a record of the board from its publication. Of very many records those are
 * read that tell who reported first and how long the truce was followed up to `asOf`.
 */
export async function listTruces({ knownAt, asOf }: { knownAt: Date | undefined; asOf: CalendarDate }): Promise<Truce[]> {
  const [rows, voiceOf] = await Promise.all([db().agreement.findMany({ where: { setsTruce: true }, select: truceFields, orderBy: [{ signedOn: "asc" }, { code: "asc" }], take: 500 }), readVoices()]);
  const records = await listBreachRecords(rows.flatMap((row) => row.obligations.map((duty) => duty.id)), { knownAt, asOf, voiceOf });
  return rows.map((row) => truceOf(row, { knownAt, voiceOf, records }));
}

async function readVoices(): Promise<VoiceOf> {
  const speakers = await db().speaker.findMany({ select: { code: true, name: true, side: true } });
  const names = new Map(speakers.map((speaker) => [speaker.code, speaker.name]));
  const voices = new Map(speakers.map(({ code, name, side }) => [code, { code, name, side: side ?? code, sideName: side === null ? name : (names.get(side) ?? side) }]));
  return (code) => voices.get(code) ?? { code, name: code, side: code, sideName: code };
}

type Known = { knownAt: Date | undefined; voiceOf: VoiceOf; records: ReadonlyMap<number, BreachRecord[]> };

function truceOf({ id: _id, titles, outcomes, linksTo, obligations, ...row }: TruceRow, { knownAt, voiceOf, records }: Known): Truce {
  const knownDay = knownAt === undefined ? undefined : utcDayOf(knownAt);
  const dates = { signedOn: utcDayOf(row.signedOn), statusOn: dayOrNull(row.statusOn), inForceAt: row.inForceAt?.toISOString() ?? null };
  const stored = outcomes.map((outcome) => storedAccount(outcome, voiceOf)).filter((account) => knownDay === undefined || account.occurredOn <= knownDay);
  const breaches = [...new Map(obligations.flatMap((duty) => records.get(duty.id) ?? []).map((record) => [`${record.reference} ${record.relation}`, record])).values()];
  return {
    ...row,
    ...dates,
    title: titles[0] ?? row.code,
    replacedBy: linksTo.map(({ from }) => ({ code: from.code, title: from.titles[0] ?? from.code, signedOn: utcDayOf(from.signedOn) })),
    hasRecords: obligations.length > 0,
    accounts: [...stored, ...accountsOf(breaches, truceStart({ ...row, ...dates }).on)],
  };
}

const dayOrNull = (stored: Date | null): CalendarDate | null => (stored === null ? null : utcDayOf(stored));
const instantOrNull = (stored: Date | null): string | null => stored?.toISOString() ?? null;

function storedAccount({ kind, precision, note, confidence, occurredOn, occurredAt, earliestAt, latestAt, allegedBy, deniedBy, sources }: TruceRow["outcomes"][number], voiceOf: VoiceOf): Account {
  return {
    // A check of the table holds the kinds to the list.
    kind: kind as TruceOutcome,
    precision, note, confidence,
    occurredOn: utcDayOf(occurredOn),
    occurredAt: instantOrNull(occurredAt), earliestAt: instantOrNull(earliestAt), latestAt: instantOrNull(latestAt),
    allegedBy: allegedBy.map(voiceOf),
    deniedBy: deniedBy.map(voiceOf),
    sources: sources.map((entry) => entry.source),
    record: null,
  };
}
