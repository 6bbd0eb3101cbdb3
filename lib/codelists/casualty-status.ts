import { type CodeOf, labelOf } from "./code-list";

/** Who the people counted were. */
export const casualtyStatuses = [
  { code: "CIVILIAN", label: "Civilian" },
  { code: "COMBATANT", label: "Combatant" },
  { code: "PEACEKEEPER", label: "Peacekeeper" },
  { code: "MONITOR", label: "Monitor" },
  { code: "MEDICAL", label: "Medical" },
  { code: "JOURNALIST", label: "Journalist" },
  { code: "UNKNOWN", label: "Not known" },
] as const;

export type CasualtyStatus = CodeOf<typeof casualtyStatuses>;
export const casualtyStatusCodes = casualtyStatuses.map((entry) => entry.code) as [CasualtyStatus, ...CasualtyStatus[]];
export const casualtyStatusLabel = (code: string): string => labelOf(casualtyStatuses, code);
