import { type CodeOf, labelOf } from "./code-list";

/** Where a file stands on its way in. */
export const importStatuses = [
  { code: "UPLOADED", label: "Waiting to be read" },
  { code: "ASKING", label: "Has a question" },
  { code: "STAGING", label: "Being read" },
  { code: "READY", label: "Ready to be looked at" },
  { code: "COMMITTING", label: "Being written" },
  { code: "COMMITTED", label: "Written" },
  { code: "UNDONE", label: "Undone" },
  { code: "CANCELLED", label: "Cancelled" },
  { code: "REFUSED", label: "Refused" },
  { code: "FAILED", label: "Failed" },
] as const;

export type ImportStatus = CodeOf<typeof importStatuses>;
export const importStatusCodes = importStatuses.map((entry) => entry.code) as [ImportStatus, ...ImportStatus[]];
export const importStatusLabel = (code: string): string => labelOf(importStatuses, code);
