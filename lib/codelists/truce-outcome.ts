import { type CodeOf, labelOf } from "./code-list";

/** What became of a truce. The first two say what was said or verified; none of them finds who broke it. */
export const truceOutcomes = [
  { code: "FIRST_REPORTED", label: "First reported violation" },
  { code: "FIRST_VERIFIED", label: "First verified violation" },
  { code: "HELD", label: "Said to hold" },
  { code: "ENDED", label: "Ended" },
  { code: "REPLACED", label: "Replaced by a later text" },
] as const;

export type TruceOutcome = CodeOf<typeof truceOutcomes>;
export const truceOutcomeCodes = truceOutcomes.map((entry) => entry.code) as [TruceOutcome, ...TruceOutcome[]];
export const truceOutcomeLabel = (code: string): string => labelOf(truceOutcomes, code);
