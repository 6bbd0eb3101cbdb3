import { type CodeOf, labelOf } from "./code-list";

/** What a piece of evidence is. */
export const evidenceKinds = [
  { code: "PRIMARY_MEDIA", label: "Photo, film or recording" },
  { code: "OFFICIAL_DOCUMENT", label: "Official document" },
  { code: "OBSERVATION_RECORD", label: "Record of an observation" },
  { code: "TESTIMONY", label: "Testimony" },
  { code: "IMAGERY", label: "Satellite or aerial imagery" },
  { code: "ANALYSIS", label: "Analysis" },
  { code: "MEDIA_REPORT", label: "Media report" },
] as const;

export type EvidenceKind = CodeOf<typeof evidenceKinds>;
export const evidenceKindCodes = evidenceKinds.map((entry) => entry.code) as [EvidenceKind, ...EvidenceKind[]];
export const evidenceKindLabel = (code: string): string => labelOf(evidenceKinds, code);
