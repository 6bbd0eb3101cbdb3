import { type CodeOf, labelOf } from "./code-list";

/** Kinds of duty; the kind decides which rule assesses it. */
export const obligationKinds = [
  { code: "MILESTONE", label: "Milestone", axis: "IMPLEMENTATION", test: "done by a date" },
  { code: "STANDING_NEGATIVE", label: "Standing prohibition", axis: "CONDUCT", test: "must not happen, without end" },
  { code: "STANDING_POSITIVE", label: "Standing duty", axis: "CONDUCT", test: "must be kept up" },
  { code: "QUANTITY_CEILING", label: "Quantity ceiling", axis: "CONDUCT", test: "observed figure against the limit" },
  { code: "PARALLEL", label: "Parallel processes", axis: "IMPLEMENTATION", test: "two processes together" },
  { code: "TERM", label: "Term and notice", axis: "CONDUCT", test: "period, renewal, notice" },
  { code: "ESTABLISH_BODY", label: "Body to establish", axis: "IMPLEMENTATION", test: "the body exists and works" },
  { code: "PLAN_THEN_BUILD", label: "Plan, then build", axis: "IMPLEMENTATION", test: "plan within a time, then build, then redeploy" },
  { code: "EXCHANGE", label: "Exchange", axis: "IMPLEMENTATION", test: "all of a set released; the set's size is contested" },
  { code: "ENABLE", label: "Enabling conditions", axis: "IMPLEMENTATION", test: "conditions and a third party's role" },
  { code: "OPEN_ENDED", label: "Open-ended", axis: "IMPLEMENTATION", test: "no date, no measure" },
] as const;

export type ObligationKind = CodeOf<typeof obligationKinds>;
export const obligationKindCodes = obligationKinds.map((entry) => entry.code) as [ObligationKind, ...ObligationKind[]];
export const obligationKindLabel = (code: string): string => labelOf(obligationKinds, code);
