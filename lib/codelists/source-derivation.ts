import { type CodeOf, labelOf } from "./code-list";

/** How a source stands to another. Corroboration counts originals only. */
export const sourceDerivations = [
  { code: "ORIGINAL", label: "Original" },
  { code: "RELAYS", label: "Relays another source" },
  { code: "TRANSLATES", label: "Translates another source" },
  { code: "SUMMARISES", label: "Summarises another source" },
  { code: "SAME_WIRE", label: "Same wire report" },
] as const;

export type SourceDerivation = CodeOf<typeof sourceDerivations>;
export const sourceDerivationCodes = sourceDerivations.map((entry) => entry.code) as [SourceDerivation, ...SourceDerivation[]];
export const sourceDerivationLabel = (code: string): string => labelOf(sourceDerivations, code);

/** Admiralty letters. F says that reliability can't be judged; it is not a middle grade. */
export const reliabilities = [
  { code: "A", label: "Completely reliable" },
  { code: "B", label: "Usually reliable" },
  { code: "C", label: "Fairly reliable" },
  { code: "D", label: "Not usually reliable" },
  { code: "E", label: "Unreliable" },
  { code: "F", label: "Cannot be judged" },
] as const;

export type Reliability = CodeOf<typeof reliabilities>;
export const reliabilityCodes = reliabilities.map((entry) => entry.code) as [Reliability, ...Reliability[]];
export const reliabilityLabel = (code: string): string => labelOf(reliabilities, code);
