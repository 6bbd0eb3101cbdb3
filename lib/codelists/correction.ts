import { type CodeOf, labelOf } from "./code-list";

/** What somebody asks for who contradicts a public record. */
export const correctionAims = [
  { code: "CORRECTION", label: "Correct the record" },
  { code: "REPLY", label: "Put a reply beside it" },
] as const;
export type CorrectionAim = CodeOf<typeof correctionAims>;
export const correctionAimCodes = correctionAims.map((entry) => entry.code) as [CorrectionAim, ...CorrectionAim[]];
export const correctionAimLabel = (code: string): string => labelOf(correctionAims, code);

/** Why a record is said to be wrong. */
export const correctionKinds = [
  { code: "CLERICAL", label: "Slip of the pen" },
  { code: "NEW_INFORMATION", label: "New information" },
  { code: "MISATTRIBUTION", label: "Ascribed to the wrong speaker or side" },
  { code: "DUPLICATE", label: "Told twice" },
  { code: "WITHDRAWN_BY_SOURCE", label: "Withdrawn by its source" },
  { code: "FALSE", label: "Not true" },
  { code: "LEGAL", label: "Legal reason" },
  { code: "SAFETY", label: "Somebody's safety" },
] as const;
export type CorrectionKind = CodeOf<typeof correctionKinds>;
export const correctionKindCodes = correctionKinds.map((entry) => entry.code) as [CorrectionKind, ...CorrectionKind[]];
export const correctionKindLabel = (code: string): string => labelOf(correctionKinds, code);

/** How a request ended. */
export const correctionOutcomes = [
  { code: "ACCEPTED", label: "Accepted" },
  { code: "PARTLY_ACCEPTED", label: "Accepted in part" },
  { code: "DECLINED", label: "Declined" },
  { code: "WITHDRAWN", label: "Taken back by who filed it" },
] as const;
export type CorrectionOutcome = CodeOf<typeof correctionOutcomes>;
export const correctionOutcomeLabel = (code: string): string => labelOf(correctionOutcomes, code);
/** What a reviewer may decide; only the filer takes a request back. */
export const correctionDecisionCodes = ["ACCEPTED", "PARTLY_ACCEPTED", "DECLINED"] as const satisfies readonly CorrectionOutcome[];
