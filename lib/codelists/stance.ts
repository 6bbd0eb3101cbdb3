import { type CodeOf, labelOf } from "./code-list";

/** How a speaker stands to an incident: one line of the claim ledger. */
export const stances = [
  { code: "ALLEGED_BY", label: "Alleged by" },
  { code: "DENIED_BY", label: "Denied by" },
  { code: "ADMITTED_BY", label: "Admitted by" },
  { code: "COUNTER_ALLEGED_BY", label: "Counter-alleged by" },
  { code: "NO_COMMENT", label: "No comment from" },
  { code: "FOUND_BY", label: "Found by" },
  { code: "ASSESSED_BY", label: "Assessed by" },
  { code: "RETRACTED_BY", label: "Retracted by" },
] as const;

export type Stance = CodeOf<typeof stances>;
export const stanceCodes = stances.map((entry) => entry.code) as [Stance, ...Stance[]];
export const stanceLabel = (code: string): string => labelOf(stances, code);
