import { type CodeOf, labelOf } from "./code-list";

/** How an observer came to know (OSCE pattern). */
export const observationMeans = [
  { code: "SEEN", label: "Seen" },
  { code: "HEARD", label: "Heard" },
  { code: "SEEN_AND_HEARD", label: "Seen and heard" },
  { code: "FIXED_CAMERA", label: "Fixed camera" },
  { code: "UAV", label: "Uncrewed aircraft" },
  { code: "SATELLITE", label: "Satellite" },
  { code: "CRATER_ANALYSIS", label: "Crater analysis" },
  { code: "DOCUMENT", label: "Document" },
  { code: "OPEN_SOURCE_MEDIA", label: "Open-source media" },
  { code: "TOLD_BY", label: "Told by somebody" },
] as const;

export type ObservationMeans = CodeOf<typeof observationMeans>;
export const observationMeansCodes = observationMeans.map((entry) => entry.code) as [ObservationMeans, ...ObservationMeans[]];
export const observationMeansLabel = (code: string): string => labelOf(observationMeans, code);
