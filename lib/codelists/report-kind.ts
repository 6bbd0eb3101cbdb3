import { type CodeOf, labelOf } from "./code-list";

/** What a report is about. */
export const reportKinds = [
  { code: "DAILY_SITUATION", label: "Situation of a day", meaning: "One day: how the duties stand, what changed, which records fall on it." },
  { code: "PERIOD_SITUATION", label: "Situation over a period", meaning: "A span of days, with its records by month and by type." },
  { code: "OBLIGATION_BRIEF", label: "Brief on one duty", meaning: "One duty: its state, the reasons, every reading of its dates, who disagrees." },
  { code: "INCIDENT_BRIEF", label: "Brief on one record", meaning: "One record: who says what, the counts of each side, the sources." },
  { code: "COMPLIANCE", label: "Full compliance report", meaning: "Every duty of an agreement with its reasons, and the records of the period." },
] as const;

export type ReportKind = CodeOf<typeof reportKinds>;
export const reportKindCodes = reportKinds.map((entry) => entry.code) as [ReportKind, ...ReportKind[]];
export const reportKindLabel = (code: string): string => labelOf(reportKinds, code);
