import { type CodeOf, labelOf } from "./code-list";

/** What happened to the people counted. */
export const casualtyOutcomes = [
  { code: "KILLED", label: "Killed" },
  { code: "INJURED", label: "Injured" },
  { code: "MISSING", label: "Missing" },
  { code: "CAPTURED", label: "Captured" },
  { code: "DETAINED", label: "Detained" },
  { code: "DISPLACED", label: "Displaced" },
] as const;

export type CasualtyOutcome = CodeOf<typeof casualtyOutcomes>;
export const casualtyOutcomeCodes = casualtyOutcomes.map((entry) => entry.code) as [CasualtyOutcome, ...CasualtyOutcome[]];
export const casualtyOutcomeLabel = (code: string): string => labelOf(casualtyOutcomes, code);
