import { type CodeOf, labelOf } from "./code-list";

/** How far a report is. */
export const reportStates = [
  { code: "QUEUED", label: "Waiting" },
  { code: "MAKING", label: "Being made" },
  { code: "READY", label: "Ready" },
  { code: "FAILED", label: "Not made" },
] as const;

export type ReportState = CodeOf<typeof reportStates>;
export const reportStateLabel = (code: string): string => labelOf(reportStates, code);
