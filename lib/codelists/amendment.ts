import { type CodeOf, labelOf } from "./code-list";

/** By what an obligation was changed. */
export const amendmentInstruments = [
  { code: "WRITTEN_JOINT", label: "Written, joint" },
  { code: "WRITTEN_UNILATERAL", label: "Written, one-sided" },
  { code: "ORAL_OR_UNILATERAL", label: "Oral or one-sided" },
  { code: "IMPLIED_BY_CONDUCT", label: "Implied by conduct" },
  { code: "COURT_ORDER", label: "Court order" },
] as const;

export type AmendmentInstrument = CodeOf<typeof amendmentInstruments>;
export const amendmentInstrumentCodes = amendmentInstruments.map((entry) => entry.code) as [AmendmentInstrument, ...AmendmentInstrument[]];
export const amendmentInstrumentLabel = (code: string): string => labelOf(amendmentInstruments, code);

/** Who agreed to an amendment. */
export const amendmentAcceptances = [
  { code: "ACCEPTED_BY_ALL", label: "Accepted by all" },
  { code: "ACCEPTED_BY_SOME", label: "Accepted by some" },
  { code: "CONTESTED", label: "Contested" },
] as const;
export const amendmentAcceptanceLabel = (code: string): string => labelOf(amendmentAcceptances, code);
