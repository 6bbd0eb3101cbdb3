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

/** The marks that a single field can bear; a field without one is as open as its record. */
export const fieldMarkCodes = ["S1_INTERNAL", "S2_RESTRICTED", "S3_SOURCE_PROTECTED"] as const satisfies readonly Sensitivity[];
export type FieldMark = (typeof fieldMarkCodes)[number];

/** 0 for public to 3 for source protected: the higher, the fewer may read it. */
export const sensitivityRank = (code: Sensitivity): number => sensitivityCodes.indexOf(code);

/** The one that fewer may read. */
export const stricter = (a: Sensitivity, b: Sensitivity): Sensitivity => (sensitivityRank(b) > sensitivityRank(a) ? b : a);

/** S2 and S3 are for the own team, reviewers and auditors; S1 is for everybody on the staff. */
export const isProtected = (code: string): boolean => code === "S2_RESTRICTED" || code === "S3_SOURCE_PROTECTED";
