import { type CodeOf, labelOf } from "./code-list";

/** Weight of an incident as the analyst sees it. */
export const severities = [
  { code: "LOW", label: "Low" },
  { code: "MODERATE", label: "Moderate" },
  { code: "HIGH", label: "High" },
  { code: "SEVERE", label: "Severe" },
] as const;

export type Severity = CodeOf<typeof severities>;
export const severityCodes = severities.map((entry) => entry.code) as [Severity, ...Severity[]];
export const severityLabel = (code: string): string => labelOf(severities, code);
