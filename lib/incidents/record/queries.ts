import type { Bearing } from "@/lib/codelists/bearing";
import type { CasualtyOutcome } from "@/lib/codelists/casualty";
import type { CasualtySide } from "@/lib/codelists/casualty-side";
import type { CasualtyStatus } from "@/lib/codelists/casualty-status";
import type { Credibility } from "@/lib/codelists/credibility";
import type { EvidenceKind } from "@/lib/codelists/evidence-kind";
import type { EvidenceLicence } from "@/lib/codelists/evidence-licence";
import type { IncidentFlag } from "@/lib/codelists/incident-flag";
import type { IncidentType } from "@/lib/codelists/incident-type";
import type { LocationPrecision } from "@/lib/codelists/location-precision";
import type { ObligationEffect } from "@/lib/codelists/obligation-effect";
import type { ObligationRelation } from "@/lib/codelists/obligation-relation";
import type { ObservationKind } from "@/lib/codelists/observation";
import type { ObservationDirection } from "@/lib/codelists/observation-direction";
import type { ObservationMeans } from "@/lib/codelists/observation-means";
import type { Sensitivity } from "@/lib/codelists/sensitivity";
import type { Severity } from "@/lib/codelists/severity";
import type { SpeakerKind } from "@/lib/codelists/speaker-kind";
import type { Stance } from "@/lib/codelists/stance";
import type { TimePrecision } from "@/lib/codelists/time-precision";
import type { Verification } from "@/lib/codelists/verification";
import type { Weapon } from "@/lib/codelists/weapon";
import { publicWorkflowStates, type WorkflowState } from "@/lib/codelists/workflow";
import type { IncidentZone } from "@/lib/codelists/zone";
import type { Prisma } from "@/lib/db/generated/client";
import { utcDayOf } from "@/lib/kernel/calendar-date";
import { placeLabel } from "@/lib/places/domain";
import { derivedSelect, isWithdrawn, rootIdOf } from "@/lib/sources/derivation/queries";
import { toldPlace, type Account, type ToldPlace } from "../domain/account";
import type { LedgerLine } from "../domain/ledger";
import { referenceOf, type IncidentView, type RecordFacts } from "../domain/record";
import { keptMarks } from "../protection/queries";
import { keptFieldMarks } from "../protection/schema";
import type { PublicPoint } from "../protection/withheld/domain";

/** A record's own lines in the order of the form, then those that came from merged records. */
const ownLinesFirst = (): [{ mergedFromId: { sort: "asc"; nulls: "first" } }, { position: "asc" }, { id: "asc" }] => [{ mergedFromId: { sort: "asc", nulls: "first" } }, { position: "asc" }, { id: "asc" }];

const placeSelect = { id: true, unitCode: true, kind: true, names: { select: { lang: true, script: true, usage: true, form: true }, orderBy: { id: "asc" } } } satisfies Prisma.PlaceSelect;

/** Everything that makes up a record, in as many queries as it has parts, however many records are read. */
export const recordSelect = {
  id: true, externalId: true, type: true, title: true, narrative: true,
  occurredStart: true, occurredEnd: true, occurredTime: true, zone: true, timePrecision: true,
  placeName: true, unitCode: true, lat: true, lon: true, locationPrecision: true,
  publicLat: true, publicLon: true,
  severity: true, sensitivity: true, protectedFields: true, verification: true, flags: true, workflow: true,
  version: true, contentVersion: true, authorId: true, lastEditorId: true, claimedById: true, teamId: true,
  correctsId: true, isDemonstration: true, confidence: true, note: true, noticeReason: true, noticeAt: true, restriction: true, createdAt: true, updatedAt: true, submittedAt: true, publishedAt: true,
  place: { select: placeSelect },
  claims: {
    select: {
      stance: true, speaker: true, against: true, statedOn: true, sourceId: true, quote: true, locator: true, credibility: true, eventOn: true, eventPlace: true, mergedFromId: true,
      eventPlaceRow: { select: placeSelect },
      speakerRow: { select: { name: true, side: true, rootGroup: true, kind: true } },
      againstRow: { select: { name: true } },
      source: { select: derivedSelect },
    },
    orderBy: ownLinesFirst(),
  },
  casualties: { select: { outcome: true, status: true, side: true, low: true, best: true, high: true, isOrderFlagged: true, sourceId: true, countedBy: true, mergedFromId: true }, orderBy: ownLinesFirst() },
  observations: {
    select: {
      kind: true, means: true, direction: true, countLow: true, countBest: true, countHigh: true, countUnit: true, weapon: true, weaponCalibreMm: true,
      observerPlace: true, bearing16: true, distanceKmLow: true, distanceKmHigh: true, mergedFromId: true,
      observerPlaceRow: { select: placeSelect },
    },
    orderBy: ownLinesFirst(),
  },
  obligations: { select: { relation: true, effect: true, obligation: { select: { code: true } } }, orderBy: { obligation: { code: "asc" } } },
  sources: { select: { sourceId: true }, orderBy: { sourceId: "asc" } },
  evidence: {
    select: { id: true, kind: true, sha256: true, mimeType: true, bytes: true, sensitivity: true, isGraphic: true, capturedAt: true, licence: true, copyState: true, teamId: true, mismatches: { select: { id: true }, where: { undoneAt: null }, take: 1 } },
    where: { withdrawnAt: null },
    orderBy: { id: "asc" },
  },
  correctedBy: { select: { id: true }, where: { workflow: { in: [...publicWorkflowStates] } }, orderBy: { id: "desc" }, take: 1 },
  mergedBy: { select: { survivorId: true, reason: true, mergedAt: true }, where: { undoneAt: null }, take: 1 },
} satisfies Prisma.IncidentSelect;

type Row = Prisma.IncidentGetPayload<{ select: typeof recordSelect }>;

/** A record as it stands, before any redaction: for policy, for the snapshot, and for views after `redact`. */
export type StoredRecord = {
  id: number;
  view: IncidentView;
  facts: RecordFacts;
  teamId: number;
  version: number;
  contentVersion: number;
  claimedById: number | null;
  noticeReason: string | null;
  /** On what a reference record rests, and the compilers' note. */
  reference: { confidence: string | null; note: string | null };
  submittedAt: Date | null;
  ledger: LedgerLine[];
  /** The point that stands for the place where it is protected; the place itself where it is not. */
  publicPoint: PublicPoint;
  /** When and where the record itself says that it was. */
  account: Account;
  /** The team that brought in each item of evidence. */
  evidenceTeams: ReadonlyMap<number, number>;
};

const dayOrNull = (date: Date | null): string | null => (date === null ? null : utcDayOf(date));

/** The row in the product's own words. Codes were checked on their way in, so they are what their lists say. */
export function storedRecord(row: Row): StoredRecord {
  return {
    id: row.id,
    view: viewOf(row),
    facts: { workflow: row.workflow as WorkflowState, ...keptMarks(row), authorId: row.authorId, lastEditorId: row.lastEditorId, wasPublished: row.publishedAt !== null, restriction: row.restriction },
    teamId: row.teamId,
    version: row.version,
    contentVersion: row.contentVersion,
    claimedById: row.claimedById,
    noticeReason: row.noticeReason,
    reference: { confidence: row.confidence, note: row.note },
    submittedAt: row.submittedAt,
    ledger: row.claims.map(ledgerLine),
    publicPoint: row.publicLat === null || row.publicLon === null ? null : { lat: row.publicLat, lon: row.publicLon },
    account: {
      occurred: { start: utcDayOf(row.occurredStart), end: dayOrNull(row.occurredEnd), precision: row.timePrecision as TimePrecision },
      place: { ...placeTold(row.placeName, row.place), unit: row.unitCode, precision: row.locationPrecision as LocationPrecision },
    },
    evidenceTeams: new Map(row.evidence.map((item) => [item.id, item.teamId])),
  };
}

type PlaceRow = NonNullable<Row["place"]>;

const placeTold = (name: string | null, row: PlaceRow | null): ToldPlace => toldPlace(name, row === null ? undefined : { ...row, forms: row.names.map((entry) => entry.form) });

/** The name as it is shown: both forms of a place on file, else what was written. */
const placeShown = (name: string | null, row: PlaceRow | null): string | null => (row ? placeLabel(row.names) : "") || name;

function ledgerLine(claim: Row["claims"][number]): LedgerLine {
  return {
    stance: claim.stance as Stance,
    speaker: claim.speaker,
    speakerName: claim.speakerRow.name,
    speakerSide: claim.speakerRow.side,
    speakerKind: claim.speakerRow.kind as SpeakerKind,
    rootGroup: claim.speakerRow.rootGroup,
    against: claim.against,
    againstName: claim.againstRow?.name ?? null,
    sourceKind: claim.source?.kind ?? null,
    sourceRoot: claim.source === null ? null : rootIdOf(claim.source),
    isSourceWithdrawn: claim.source !== null && isWithdrawn(claim.source),
    eventOn: dayOrNull(claim.eventOn),
    eventPlace: claim.eventPlace === null ? null : placeTold(claim.eventPlace, claim.eventPlaceRow),
  };
}

const claimOf = (claim: Row["claims"][number]): IncidentView["claims"][number] => ({
  stance: claim.stance as Stance,
  speaker: claim.speaker,
  against: claim.against,
  statedOn: dayOrNull(claim.statedOn),
  source: claim.sourceId,
  quote: claim.quote,
  locator: claim.locator,
  credibility: claim.credibility as Credibility | null,
  eventOn: dayOrNull(claim.eventOn),
  eventPlace: placeShown(claim.eventPlace, claim.eventPlaceRow),
  mergedFrom: claim.mergedFromId,
});

function viewOf(row: Row): IncidentView {
  return {
    id: row.id,
    reference: referenceOf(row.id),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    externalId: row.externalId,
    type: row.type as IncidentType,
    title: row.title,
    narrative: row.narrative,
    occurred: { start: utcDayOf(row.occurredStart), end: dayOrNull(row.occurredEnd), time: row.occurredTime, zone: row.zone as IncidentZone, precision: row.timePrecision as TimePrecision },
    place: { name: placeShown(row.placeName, row.place), unit: row.unitCode, lat: row.lat, lon: row.lon, precision: row.locationPrecision as LocationPrecision },
    obligations: row.obligations.map((link) => ({ code: link.obligation.code, relation: link.relation as ObligationRelation, effect: link.effect as ObligationEffect })),
    claims: row.claims.map(claimOf),
    casualties: row.casualties.map(({ sourceId, isOrderFlagged, mergedFromId, ...count }) => ({
      ...count,
      outcome: count.outcome as CasualtyOutcome,
      status: count.status as CasualtyStatus,
      side: count.side as CasualtySide,
      orderFlagged: isOrderFlagged,
      source: sourceId,
      mergedFrom: mergedFromId,
    })),
    observations: row.observations.map(({ mergedFromId, observerPlaceRow, ...observation }) => ({
      ...observation,
      kind: observation.kind as ObservationKind,
      means: observation.means as ObservationMeans,
      direction: observation.direction as ObservationDirection,
      countUnit: observation.countUnit as ObservationKind | null,
      weapon: observation.weapon as Weapon | null,
      observerPlace: placeShown(observation.observerPlace, observerPlaceRow),
      bearing16: observation.bearing16 as Bearing | null,
      mergedFrom: mergedFromId,
    })),
    sources: row.sources.map((link) => link.sourceId),
    evidence: row.evidence.map(evidenceOf),
    severity: row.severity as Severity | null,
    sensitivity: row.sensitivity as Sensitivity,
    protectedFields: keptFieldMarks(row.protectedFields),
    verification: row.verification as Verification,
    flags: row.flags as IncidentFlag[],
    workflow: row.workflow as WorkflowState,
    redacted: false,
    withheld: [],
    isDemonstration: row.isDemonstration,
    notice: noticeOf(row),
    corrects: row.correctsId,
  };
}

const evidenceOf = ({ copyState, mismatches, teamId: _team, ...item }: Row["evidence"][number]): IncidentView["evidence"][number] => ({
  ...item,
  kind: item.kind as EvidenceKind,
  sensitivity: item.sensitivity as Sensitivity,
  licence: item.licence as EvidenceLicence,
  capturedAt: item.capturedAt?.toISOString() ?? null,
  hasCopy: copyState === "MADE",
  differs: mismatches.length > 0,
});

function noticeOf(row: Row): IncidentView["notice"] {
  const [merge] = row.mergedBy;
  if (merge) return { reason: merge.reason, replacedBy: merge.survivorId, at: merge.mergedAt.toISOString() };
  if (row.workflow !== "RETRACTED" && row.workflow !== "CORRECTED") return null;
  return { reason: row.noticeReason ?? "No reason was recorded.", replacedBy: row.correctedBy[0]?.id ?? null, at: row.noticeAt?.toISOString() ?? null };
}
