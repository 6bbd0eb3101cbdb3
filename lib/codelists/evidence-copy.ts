import { type CodeOf, labelOf } from "./code-list";

/** Whether there is a copy of the file without the data that the device wrote into it. */
export const evidenceCopies = [
  { code: "MADE", label: "A copy without metadata" },
  { code: "NOT_POSSIBLE", label: "No copy: metadata can't be removed from this type of file" },
  { code: "UNREADABLE", label: "No copy: the picture could not be read" },
] as const;

export type EvidenceCopy = CodeOf<typeof evidenceCopies>;
export const evidenceCopyLabel = (code: string): string => labelOf(evidenceCopies, code);
