import type { CustodyEvent } from "@/lib/codelists/custody-event";
import type { EvidenceCopy } from "@/lib/codelists/evidence-copy";
import type { EvidenceKind } from "@/lib/codelists/evidence-kind";
import type { EvidenceLicence } from "@/lib/codelists/evidence-licence";
import type { EvidenceMethod } from "@/lib/codelists/evidence-method";
import type { Sensitivity } from "@/lib/codelists/sensitivity";
import type { TimePrecision } from "@/lib/codelists/time-precision";
import type { TranslationStatus } from "@/lib/codelists/translation-status";
import type { WorkflowState } from "@/lib/codelists/workflow";

/** What people say of a file, and may put right. */
export type EvidenceMetadata = {
  kind: EvidenceKind;
  sensitivity: Sensitivity;
  isGraphic: boolean;
  originalUrl: string | null;
  archiveUrl: string | null;
  /** An instant in UTC; how exactly it is known, and what is known of the clock behind it. */
  capturedAt: string | null;
  capturedPrecision: TimePrecision;
  capturedNote: string | null;
  capturedBy: string | null;
  method: EvidenceMethod;
  locator: string | null;
  quote: string | null;
  language: string | null;
  translationStatus: TranslationStatus;
  licence: EvidenceLicence;
};

/** A step in the custody of a file, as it is shown. */
export type CustodyEntry = { at: string; event: CustodyEvent; by: string | null; sha256: string | null; note: string | null };

/** Another record that holds the very same bytes. */
export type SameFile = { incident: number; reference: string; evidence: number };

/** A piece of evidence as one reader may see it. */
export type EvidenceView = EvidenceMetadata & {
  id: number;
  incident: number;
  version: number;
  sha256: string;
  bytes: number;
  mimeType: string;
  /** Null for readers who are given the copy only. */
  originalName: string | null;
  /** Positions, from 0, of the claims that it bears on. */
  claims: number[];
  /** How many claims it was tied to that have been changed since. */
  lostClaims: number;
  copy: { state: EvidenceCopy; mimeType: string | null; bytes: number | null; width: number | null; height: number | null };
  uploadedAt: string;
  uploadedBy: string | null;
  withdrawn: { at: string; by: string | null; reason: string } | null;
  /** A reviewer's finding that it shows something else than the claims say. */
  mismatch: { reason: string; at: string; by: string | null } | null;
  /** The reader may have the file as it was received. */
  mayOpenOriginal: boolean;
  alsoOn: SameFile[];
};

/** States in which a record still takes evidence; afterwards it stands as it was reviewed. */
const openStates: readonly WorkflowState[] = ["DRAFT", "SUBMITTED", "IN_REVIEW", "CHANGES_REQUESTED", "ON_HOLD"];

/** Whether the record's evidence may still grow and be described anew. */
export const isOpenForEvidence = (workflow: WorkflowState): boolean => openStates.includes(workflow);

/** Why a decided record takes no evidence, with the way on. */
export const closedReason = (workflow: WorkflowState): string =>
  workflow === "PUBLISHED" || workflow === "APPROVED"
    ? "This record has been approved, and its evidence with it. Further evidence goes into its correction."
    : "This record is closed and takes no further evidence.";

const capturedLatest = 86_400_000;

/** Whether a time of capture lies in the future; a day of grace is for clocks and zones that were read wrongly. */
export const isCapturedLater = (capturedAt: string | null, now: Date): boolean => capturedAt !== null && Date.parse(capturedAt) > now.getTime() + capturedLatest;
