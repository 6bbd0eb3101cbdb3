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
import type { ProtectedField } from "@/lib/codelists/protected-field";
import type { Sensitivity } from "@/lib/codelists/sensitivity";
import type { Severity } from "@/lib/codelists/severity";
import type { Stance } from "@/lib/codelists/stance";
import type { TimePrecision } from "@/lib/codelists/time-precision";
import type { Verification } from "@/lib/codelists/verification";
import type { Weapon } from "@/lib/codelists/weapon";
import type { WorkflowState } from "@/lib/codelists/workflow";
import type { IncidentZone } from "@/lib/codelists/zone";
import type { FieldMarks } from "./marks";

export type ClaimView = {
  stance: Stance;
  speaker: string;
  against: string | null;
  statedOn: string | null;
  source: number | null;
  quote: string | null;
  locator: string | null;
  /** Admiralty credibility of this item, 1 to 6; null where nobody graded it. */
  credibility: Credibility | null;
  /** The day and the place that the claim itself gives for the event; null where it gives none. */
  eventOn: string | null;
  eventPlace: string | null;
  /** The record that the line came from in a merge; null for its own lines. */
  mergedFrom: number | null;
};

export type CasualtyView = {
  outcome: CasualtyOutcome;
  status: CasualtyStatus;
  side: CasualtySide;
  low: number | null;
  best: number | null;
  high: number | null;
  orderFlagged: boolean;
  source: number | null;
  /** Who counts, by speaker code. */
  countedBy: string | null;
  /** The record that the line came from in a merge; null for its own lines. */
  mergedFrom: number | null;
};

export type ObservationView = {
  kind: ObservationKind;
  means: ObservationMeans;
  direction: ObservationDirection;
  countLow: number | null;
  countBest: number | null;
  countHigh: number | null;
  countUnit: ObservationKind | null;
  weapon: Weapon | null;
  weaponCalibreMm: number | null;
  /** Where the observer stood, and which way and how far off the observed was from there. */
  observerPlace: string | null;
  bearing16: Bearing | null;
  distanceKmLow: number | null;
  distanceKmHigh: number | null;
  /** The record that the line came from in a merge; null for its own lines. */
  mergedFrom: number | null;
};

export type ObligationLink = { code: string; relation: ObligationRelation; effect: ObligationEffect };

/** A file kept with the record, as far as the record itself tells of it. What was withdrawn is not among them. */
export type EvidenceMention = {
  id: number;
  kind: EvidenceKind;
  /** Of the original, in hexadecimal. */
  sha256: string;
  mimeType: string;
  bytes: number;
  sensitivity: Sensitivity;
  isGraphic: boolean;
  capturedAt: string | null;
  licence: EvidenceLicence;
  /** There is a copy without metadata. */
  hasCopy: boolean;
  /** A reviewer found that it shows something else than the claims say. */
  differs: boolean;
};

/** A record as it is shown and exported: the JSON of the HTTP API. */
export type IncidentView = {
  id: number;
  reference: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  externalId: string | null;
  type: IncidentType;
  title: string;
  narrative: string;
  occurred: { start: string; end: string | null; time: string | null; zone: IncidentZone; precision: TimePrecision };
  place: { name: string | null; unit: string | null; lat: number | null; lon: number | null; precision: LocationPrecision };
  obligations: ObligationLink[];
  claims: ClaimView[];
  casualties: CasualtyView[];
  observations: ObservationView[];
  sources: number[];
  evidence: EvidenceMention[];
  severity: Severity | null;
  sensitivity: Sensitivity;
  /** Fields that bear a mark of their own, stricter than the record's or not. */
  protectedFields: FieldMarks;
  verification: Verification;
  flags: IncidentFlag[];
  workflow: WorkflowState;
  /** Some fields are withheld from whoever reads this. */
  redacted: boolean;
  /** Which ones. */
  withheld: ProtectedField[];
  /** Reference row compiled from excerpts. */
  isDemonstration: boolean;
  /** Why a withdrawn, replaced or merged record no longer stands, and what stands in its place. */
  notice: { reason: string; replacedBy: number | null; /** The instant since which it stands; null where that was not kept. */ at: string | null } | null;
  /** The published record that this one corrects. */
  corrects: number | null;
};

/** What policy and workflow need to know of a record. */
export type RecordFacts = {
  workflow: WorkflowState;
  sensitivity: Sensitivity;
  protectedFields: FieldMarks;
  authorId: number;
  lastEditorId: number;
  teamId: number;
  /** It was public once: what became of it since is told to everybody. */
  wasPublished: boolean;
  /** Terms that forbid passing it on; absent where none do. */
  restriction?: string | null;
};

/** The reference that people quote; made from the id, so it never changes. */
export const referenceOf = (id: number): string => `TL-${String(id).padStart(6, "0")}`;

type Counted = { outcome: string; low: number | null; best: number | null; high: number | null };

/** Whether anybody is counted as killed, by any figure of any source. */
export const isLethal = (casualties: readonly Counted[]): boolean =>
  casualties.some((row) => row.outcome === "KILLED" && (row.high ?? row.best ?? row.low ?? 0) > 0);
