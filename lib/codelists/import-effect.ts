import { type CodeOf, labelOf } from "./code-list";

/** What a commit does with a record of a file. */
export const importEffects = [
  { code: "CREATE", label: "Create" },
  { code: "UPDATE", label: "Update" },
  { code: "SKIP", label: "Skip, on record already" },
  { code: "HOLD", label: "Needs review" },
  { code: "REJECT", label: "Rejected" },
] as const;

export type ImportEffect = CodeOf<typeof importEffects>;
export const importEffectCodes = importEffects.map((entry) => entry.code) as [ImportEffect, ...ImportEffect[]];
export const importEffectLabel = (code: string): string => labelOf(importEffects, code);
