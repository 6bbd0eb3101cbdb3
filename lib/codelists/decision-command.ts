import { type CodeOf, labelOf } from "./code-list";

/** What a reviewer may do with a state that the engine proposes. */
export const decisionCommands = [
  { code: "ACCEPT", label: "Accepted" },
  { code: "CHANGE", label: "Changed" },
  { code: "DEFER", label: "Deferred" },
] as const;

export type DecisionCommand = CodeOf<typeof decisionCommands>;
export const decisionCommandCodes = decisionCommands.map((entry) => entry.code) as [DecisionCommand, ...DecisionCommand[]];
export const decisionCommandLabel = (code: string): string => labelOf(decisionCommands, code);
