import { type CodeOf, labelOf } from "./code-list";

/** Which side the people counted belonged to. AM_OR_NK: the source does not tell the two apart. */
export const casualtySides = [
  { code: "AZ", label: "Azerbaijani" },
  { code: "AM", label: "Armenian" },
  { code: "NK", label: "Nagorno-Karabakh Armenian" },
  { code: "AM_OR_NK", label: "Armenian or Nagorno-Karabakh Armenian" },
  { code: "RU", label: "Russian" },
  { code: "OTHER", label: "Other" },
  { code: "UNKNOWN", label: "Not known" },
] as const;

export type CasualtySide = CodeOf<typeof casualtySides>;
export const casualtySideCodes = casualtySides.map((entry) => entry.code) as [CasualtySide, ...CasualtySide[]];
export const casualtySideLabel = (code: string): string => labelOf(casualtySides, code);
