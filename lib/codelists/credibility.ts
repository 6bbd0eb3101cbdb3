import { labelOf } from "./code-list";

/** Admiralty credibility of one item of information. 6 says that it can't be judged; it is not a low grade. Never multiplied with the letter of its source. */
export const credibilities = [
  { code: "1", label: "Confirmed by other independent sources" },
  { code: "2", label: "Probably true" },
  { code: "3", label: "Possibly true" },
  { code: "4", label: "Doubtful" },
  { code: "5", label: "Improbable" },
  { code: "6", label: "Cannot be judged" },
] as const;

export type Credibility = 1 | 2 | 3 | 4 | 5 | 6;
export const credibilityCodes = [1, 2, 3, 4, 5, 6] as const satisfies readonly Credibility[];
export const credibilityLabel = (code: Credibility): string => labelOf(credibilities, String(code));
