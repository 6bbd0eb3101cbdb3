import { type CodeOf, labelOf } from "./code-list";

/** How much of a source the compilers read. */
export const sourceBases = [
  { code: "excerpt", label: "An excerpt was read" },
  { code: "seed", label: "Cited by the article that the data began from; not opened" },
  { code: "data", label: "A data package was read" },
  { code: "general-knowledge", label: "General knowledge; no page was read" },
] as const;

export type SourceBasis = CodeOf<typeof sourceBases>;
export const sourceBasisCodes = sourceBases.map((entry) => entry.code) as [SourceBasis, ...SourceBasis[]];
export const sourceBasisLabel = (code: string): string => labelOf(sourceBases, code);

/** On what a reference record rests. */
export const confidences = [
  { code: "verified-page", label: "Excerpt of a page, or a data package, was read" },
  { code: "seed", label: "Found only in the article that the data began from" },
  { code: "general-knowledge", label: "General knowledge; no page was read" },
] as const;

export type Confidence = CodeOf<typeof confidences>;
export const confidenceCodes = confidences.map((entry) => entry.code) as [Confidence, ...Confidence[]];
export const confidenceLabel = (code: string): string => labelOf(confidences, code);
