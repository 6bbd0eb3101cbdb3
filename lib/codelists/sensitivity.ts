import { type CodeOf, labelOf } from "./code-list";

/** Who may read the protected parts of a record. */
export const sensitivities = [
  { code: "S0_PUBLIC", label: "Public" },
  { code: "S1_INTERNAL", label: "Internal" },
  { code: "S2_RESTRICTED", label: "Restricted" },
  { code: "S3_SOURCE_PROTECTED", label: "Source protected" },
] as const;

export type Sensitivity = CodeOf<typeof sensitivities>;
export const sensitivityCodes = sensitivities.map((entry) => entry.code) as [Sensitivity, ...Sensitivity[]];
export const sensitivityLabel = (code: string): string => labelOf(sensitivities, code);

/** S2 and S3 records hide narrative, quotes and exact place from those without the right. */
export const isProtected = (code: string): boolean => code === "S2_RESTRICTED" || code === "S3_SOURCE_PROTECTED";
