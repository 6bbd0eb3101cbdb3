// Valid by default; name only what the test is about.
import type { LedgerLine } from "@/lib/incidents/domain/ledger";
import type { CasualtyView, EvidenceMention, IncidentView, RecordFacts } from "@/lib/incidents/domain/record";
import { incidentInput, type IncidentInput } from "@/lib/incidents/schema";
import { actorOf, type Actor, type Role } from "@/lib/kernel/actor";

export const fixedNow = new Date("2026-11-24T12:00:00Z");

/** The JSON that a form or a program sends. */
export const incidentJson = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: "CH04",
  title: "Shelling reported near Parukh",
  narrative: "As told by both sides.",
  occurred: { start: "2022-03-25" },
  place: { name: "Parukh", lat: 40.06, lon: 46.73, precision: "L2_SETTLEMENT" },
  obligations: [{ code: "T-1a", relation: "POSSIBLE_BREACH" }],
  claims: [{ stance: "ALLEGED_BY", speaker: "RU_MOD", against: "AZ", statedOn: "2022-03-26", quote: "words of the ministry", locator: "p. 3" }],
  ...over,
});

export const anIncidentInput = (over: Record<string, unknown> = {}): IncidentInput => incidentInput.parse(incidentJson(over));

const speakers = {
  AZ_MOD: { speakerName: "Ministry of Azerbaijan", speakerSide: "AZ", speakerKind: "PARTY", rootGroup: "AZ" },
  AM_MOD: { speakerName: "Ministry of Armenia", speakerSide: "AM", speakerKind: "PARTY", rootGroup: "AM" },
  RU_MOD: { speakerName: "Ministry of Russia", speakerSide: "RU", speakerKind: "GUARANTOR", rootGroup: "RU" },
  ICJ: { speakerName: "International Court of Justice", speakerSide: null, speakerKind: "COURT", rootGroup: "ICJ" },
  PAPER: { speakerName: "A newspaper", speakerSide: null, speakerKind: "MEDIA", rootGroup: "PAPER" },
} as const;

export type KnownSpeaker = keyof typeof speakers;
export const knownSpeakers = Object.keys(speakers) as KnownSpeaker[];

export const aLine = (speaker: KnownSpeaker, over: Partial<LedgerLine> = {}): LedgerLine => ({
  stance: "ALLEGED_BY",
  speaker,
  ...speakers[speaker],
  against: null,
  againstName: null,
  sourceKind: "NEWS_RELAY",
  sourceRoot: null,
  isSourceWithdrawn: false,
  ...over,
});

export const aCount = (over: Partial<CasualtyView> = {}): CasualtyView => ({
  outcome: "INJURED", status: "COMBATANT", side: "AZ", low: 2, best: 2, high: 2, orderFlagged: false, source: null, mergedFrom: null, ...over,
});

export const recordFacts = (over: Partial<RecordFacts> = {}): RecordFacts => ({
  workflow: "IN_REVIEW", sensitivity: "S0_PUBLIC", protectedFields: {}, authorId: 1, lastEditorId: 1, teamId: 10, wasPublished: false, ...over,
});

export const anActor = (role: Role, over: { userId?: number; teamId?: number } = {}): Actor =>
  actorOf({ userId: 99, teamId: 10, name: role, email: `${role.toLowerCase()}@demo.invalid`, role, ...over });

export const aMention = (over: Partial<EvidenceMention> = {}): EvidenceMention => ({
  id: 1, kind: "PRIMARY_MEDIA", sha256: "a".repeat(64), mimeType: "image/jpeg", bytes: 1000, sensitivity: "S0_PUBLIC", isGraphic: false, capturedAt: null, licence: "UNKNOWN", hasCopy: true, ...over,
});

export const aView = (over: Partial<IncidentView> = {}): IncidentView => ({
  id: 7, reference: "TL-000007", version: 3, createdAt: "2026-11-24T12:00:00.000Z", updatedAt: "2026-11-24T12:00:00.000Z",
  externalId: "X-7", type: "CH04", title: "Shelling reported near Parukh", narrative: "secret narrative",
  occurred: { start: "2022-03-25", end: null, time: "14:30", zone: "Asia/Baku", precision: "T4_DAY" },
  place: { name: "secret place", unit: "AZE-1739", lat: 40.06, lon: 46.73, precision: "L2_SETTLEMENT" },
  obligations: [{ code: "T-1a", relation: "BREACH", effect: "NONE" }],
  claims: [{ stance: "ALLEGED_BY", speaker: "RU_MOD", against: "AZ", statedOn: "2022-03-26", source: 5, quote: "secret quote", locator: "secret locator", credibility: null, mergedFrom: null }],
  casualties: [aCount({ source: 5 })],
  observations: [], sources: [5], evidence: [], severity: null, sensitivity: "S0_PUBLIC", protectedFields: {}, verification: "V3_CORROBORATED", flags: [], workflow: "PUBLISHED",
  redacted: false, withheld: [], isDemonstration: false, notice: null, corrects: null,
  ...over,
});
