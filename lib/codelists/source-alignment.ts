import { type CodeOf, labelOf } from "./code-list";

/** A fact about the source, not a grade. The first four are of one conflict; PARTY, DE_FACTO and GUARANTOR serve any. */
export const sourceAlignments = [
  { code: "PARTY_AZ", label: "Azerbaijan" },
  { code: "PARTY_AM", label: "Armenia" },
  { code: "DE_FACTO_NK", label: "Nagorno-Karabakh de facto authorities" },
  { code: "GUARANTOR_RU", label: "Russia" },
  { code: "PARTY", label: "A side of the agreement" },
  { code: "DE_FACTO", label: "De facto authorities" },
  { code: "GUARANTOR", label: "A guarantor" },
  { code: "THIRD_STATE", label: "Third state" },
  { code: "INTERNATIONAL_BODY", label: "International body" },
  { code: "INDEPENDENT", label: "Independent" },
  { code: "UNKNOWN", label: "Not known" },
] as const;

export type SourceAlignment = CodeOf<typeof sourceAlignments>;
export const sourceAlignmentCodes = sourceAlignments.map((entry) => entry.code) as [SourceAlignment, ...SourceAlignment[]];
export const sourceAlignmentLabel = (code: string): string => labelOf(sourceAlignments, code);
