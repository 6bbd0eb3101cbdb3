import { type CodeOf, labelOf } from "./code-list";

/** What everybody is told to have happened to a record that is, or was, public. */
export const publicChanges = [
  { code: "PUBLISHED", label: "Published" },
  { code: "CHANGED", label: "Changed" },
  { code: "CORRECTED", label: "Replaced by a correction" },
  { code: "RETRACTED", label: "Retracted" },
  { code: "MERGED_INTO", label: "Merged into another record" },
  { code: "REQUEST_FILED", label: "Correction or reply asked for" },
  { code: "REQUEST_DECIDED", label: "Request to correct decided" },
  { code: "REQUEST_WITHDRAWN", label: "Request to correct taken back" },
] as const;

export type PublicChangeKind = CodeOf<typeof publicChanges>;
export const publicChangeCodes = publicChanges.map((entry) => entry.code) as [PublicChangeKind, ...PublicChangeKind[]];
export const publicChangeLabel = (code: string): string => labelOf(publicChanges, code);
