import { type CodeOf, labelOf } from "./code-list";

/** Whether the named day itself is still in time. */
export const deadlineRules = [
  { code: "INCLUSIVE", label: "By the day, that day included" },
  { code: "EXCLUSIVE", label: "Before the day" },
  { code: "DISPUTED", label: "Texts differ on whether the day is included" },
] as const;

export type DeadlineRule = CodeOf<typeof deadlineRules>;
export const deadlineRuleCodes = deadlineRules.map((entry) => entry.code) as [DeadlineRule, ...DeadlineRule[]];
export const deadlineRuleLabel = (code: string): string => labelOf(deadlineRules, code);
