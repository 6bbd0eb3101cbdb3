import { type CodeOf, labelOf } from "./code-list";

/** What a record does to the object of a duty: a handover starts or is done, a corridor closes, a force's stay ends. */
export const obligationEffects = [
  { code: "NONE", label: "No effect" },
  { code: "STARTED", label: "Started" },
  { code: "PARTLY_DONE", label: "Partly done" },
  { code: "DONE", label: "Done" },
  { code: "RESTRICTED", label: "Restricted" },
  { code: "CLOSED", label: "Closed" },
  { code: "REOPENED", label: "Reopened or given back" },
  { code: "ENDED", label: "Ended" },
] as const;

export type ObligationEffect = CodeOf<typeof obligationEffects>;
export const obligationEffectCodes = obligationEffects.map((entry) => entry.code) as [ObligationEffect, ...ObligationEffect[]];
export const obligationEffectLabel = (code: string): string => labelOf(obligationEffects, code);
