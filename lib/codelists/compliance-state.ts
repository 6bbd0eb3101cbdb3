import { type CodeOf, labelOf } from "./code-list";

/** States on the two axes. NOT_ASSESSED stands where nothing may be said: silence is not compliance. */
export const complianceStates = [
  { code: "I0_NOT_INITIATED", label: "Not initiated", axis: "IMPLEMENTATION" },
  { code: "I1_MINIMAL", label: "Minimal", axis: "IMPLEMENTATION" },
  { code: "I2_INTERMEDIATE", label: "Intermediate", axis: "IMPLEMENTATION" },
  { code: "I3_FULL", label: "Full", axis: "IMPLEMENTATION" },
  { code: "C_HOLDING", label: "Holding", axis: "CONDUCT" },
  { code: "C_STRAINED", label: "Strained", axis: "CONDUCT" },
  { code: "C_BREACHED", label: "Breached", axis: "CONDUCT" },
  { code: "C_COLLAPSED", label: "Collapsed", axis: "CONDUCT" },
  { code: "C_LAPSED", label: "Lapsed", axis: "CONDUCT" },
  { code: "C_TERMINATED_EARLY", label: "Ended early", axis: "CONDUCT" },
  { code: "C_SUPERSEDED_BY_EVENTS", label: "Superseded by events", axis: "CONDUCT" },
  { code: "NOT_ASSESSED", label: "Not assessed", axis: "NONE" },
] as const;

export type ComplianceState = CodeOf<typeof complianceStates>;
export const complianceStateCodes = complianceStates.map((entry) => entry.code) as [ComplianceState, ...ComplianceState[]];
export const complianceStateLabel = (code: string): string => labelOf(complianceStates, code);
