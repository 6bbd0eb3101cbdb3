import { type CodeOf, labelOf } from "./code-list";

/** Direction of what was observed, as seen from the observer. */
export const observationDirections = [
  { code: "INCOMING", label: "Incoming" },
  { code: "OUTGOING", label: "Outgoing" },
  { code: "IMPACT", label: "Impact" },
  { code: "UNDETERMINED", label: "Not determined" },
] as const;

export type ObservationDirection = CodeOf<typeof observationDirections>;
export const observationDirectionCodes = observationDirections.map((entry) => entry.code) as [ObservationDirection, ...ObservationDirection[]];
export const observationDirectionLabel = (code: string): string => labelOf(observationDirections, code);
