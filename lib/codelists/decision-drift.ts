import { type CodeOf, labelOf } from "./code-list";

/** What has become different since a decision: each a reason to look again, and none a new decision. */
export const decisionDrifts = [
  { code: "STATE", label: "The proposal is another now" },
  { code: "INPUTS", label: "The proposal is the same and rests on other records" },
  { code: "RULES", label: "Other rules judge now" },
] as const;

export type DecisionDrift = CodeOf<typeof decisionDrifts>;
export const decisionDriftCodes = decisionDrifts.map((entry) => entry.code) as [DecisionDrift, ...DecisionDrift[]];
export const decisionDriftLabel = (code: string): string => labelOf(decisionDrifts, code);
