import { type CodeOf, labelOf } from "./code-list";

/** Marks that stand beside the verification level; derived from the ledger. */
export const incidentFlags = [
  { code: "CONTESTED", label: "Contested" },
  { code: "SINGLE_SIDE_ONLY", label: "One side only" },
  { code: "COUNT_CONFLICT", label: "Counts differ" },
  { code: "DATE_CONFLICT", label: "Dates differ" },
  { code: "PLACE_CONFLICT", label: "Places differ" },
  { code: "MEDIA_MISMATCH", label: "Claim and media differ" },
] as const;

export type IncidentFlag = CodeOf<typeof incidentFlags>;
export const incidentFlagCodes = incidentFlags.map((entry) => entry.code) as [IncidentFlag, ...IncidentFlag[]];
export const incidentFlagLabel = (code: string): string => labelOf(incidentFlags, code);
