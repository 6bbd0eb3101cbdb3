import { type CodeOf, labelOf } from "./code-list";

/** How far the words of a piece of evidence were translated. */
export const translationStatuses = [
  { code: "NONE", label: "Not translated" },
  { code: "MACHINE", label: "By machine" },
  { code: "HUMAN", label: "By a person" },
  { code: "CHECKED", label: "By a person, checked by another" },
] as const;

export type TranslationStatus = CodeOf<typeof translationStatuses>;
export const translationStatusCodes = translationStatuses.map((entry) => entry.code) as [TranslationStatus, ...TranslationStatus[]];
export const translationStatusLabel = (code: string): string => labelOf(translationStatuses, code);
