import { type CodeOf, labelOf } from "./code-list";

/** How a file came to be. */
export const evidenceMethods = [
  { code: "UNKNOWN", label: "Not known" },
  { code: "PHOTOGRAPHED", label: "Photographed" },
  { code: "FILMED", label: "Filmed" },
  { code: "RECORDED", label: "Sound recorded" },
  { code: "SCANNED", label: "Scanned" },
  { code: "DOWNLOADED", label: "Downloaded from a public page" },
  { code: "SCREENSHOT", label: "Screenshot" },
  { code: "RECEIVED", label: "Received from somebody" },
  { code: "ORDERED", label: "Ordered from a provider" },
  { code: "TRANSCRIBED", label: "Transcribed" },
  { code: "MADE_HERE", label: "Made by the own team" },
] as const;

export type EvidenceMethod = CodeOf<typeof evidenceMethods>;
export const evidenceMethodCodes = evidenceMethods.map((entry) => entry.code) as [EvidenceMethod, ...EvidenceMethod[]];
export const evidenceMethodLabel = (code: string): string => labelOf(evidenceMethods, code);
