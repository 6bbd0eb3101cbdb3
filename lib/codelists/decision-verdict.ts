import { type CodeOf, labelOf } from "./code-list";

/** What a second reviewer may say to a decision that takes two. */
export const decisionVerdicts = [
  { code: "CONFIRM", label: "Confirmed" },
  { code: "REJECT", label: "Rejected" },
] as const;

export type DecisionVerdict = CodeOf<typeof decisionVerdicts>;
export const decisionVerdictCodes = decisionVerdicts.map((entry) => entry.code) as [DecisionVerdict, ...DecisionVerdict[]];
export const decisionVerdictLabel = (code: string): string => labelOf(decisionVerdicts, code);
