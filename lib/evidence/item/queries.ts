import type { EvidenceCopy } from "@/lib/codelists/evidence-copy";
import type { EvidenceKind } from "@/lib/codelists/evidence-kind";
import type { EvidenceLicence } from "@/lib/codelists/evidence-licence";
import type { EvidenceMethod } from "@/lib/codelists/evidence-method";
import type { Sensitivity } from "@/lib/codelists/sensitivity";
import type { TimePrecision } from "@/lib/codelists/time-precision";
import type { TranslationStatus } from "@/lib/codelists/translation-status";
import type { Prisma } from "@/lib/db/generated/client";
import type { EvidenceMetadata } from "../domain/item";

const metadataSelect = {
  kind: true, sensitivity: true, isGraphic: true, originalUrl: true, archiveUrl: true, capturedAt: true, capturedPrecision: true, capturedNote: true,
  capturedBy: true, method: true, locator: true, quote: true, language: true, translationStatus: true, licence: true,
} satisfies Prisma.EvidenceSelect;

const bytesSelect = {
  sha256: true, bytes: true, mimeType: true, originalName: true,
  copyState: true, copySha256: true, copyMimeType: true, copyBytes: true, copyWidth: true, copyHeight: true, thumbnailSha256: true,
} satisfies Prisma.EvidenceSelect;

/** A piece of evidence as it is stored, with nothing of its record. */
export const evidenceSelect = {
  id: true, incidentId: true, teamId: true, version: true, claimKeys: true, ...metadataSelect, ...bytesSelect,
  uploadedById: true, createdAt: true, withdrawnAt: true, withdrawnById: true, withdrawalReason: true,
} satisfies Prisma.EvidenceSelect;

type Row = Prisma.EvidenceGetPayload<{ select: typeof evidenceSelect }>;

export type StoredEvidence = Omit<Row, keyof EvidenceMetadata | "copyState"> & { metadata: EvidenceMetadata; copyState: EvidenceCopy; isWithdrawn: boolean; sensitivity: Sensitivity };

/** A row with its codes as codes. Before any redaction. */
export function storedEvidence(row: Row): StoredEvidence {
  const { kind, sensitivity, isGraphic, originalUrl, archiveUrl, capturedAt, capturedPrecision, capturedNote, capturedBy, method, locator, quote, language, translationStatus, licence, ...rest } = row;
  const metadata: EvidenceMetadata = {
    kind: kind as EvidenceKind,
    sensitivity: sensitivity as Sensitivity,
    isGraphic,
    originalUrl,
    archiveUrl,
    capturedAt: capturedAt?.toISOString() ?? null,
    capturedPrecision: capturedPrecision as TimePrecision,
    capturedNote,
    capturedBy,
    method: method as EvidenceMethod,
    locator,
    quote,
    language,
    translationStatus: translationStatus as TranslationStatus,
    licence: licence as EvidenceLicence,
  };
  return { ...rest, metadata, copyState: row.copyState as EvidenceCopy, isWithdrawn: row.withdrawnAt !== null, sensitivity: metadata.sensitivity };
}
