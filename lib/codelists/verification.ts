import { type CodeOf, labelOf } from "./code-list";

/** What is known of an incident; a separate field from its workflow. */
export const verificationLevels = [
  { code: "V0_UNASSESSED", label: "Not assessed", short: "V0", meaning: "Logged; nobody has looked." },
  { code: "V1_CLAIM", label: "Claim of one side", short: "V1", meaning: "One side or one root source says so." },
  { code: "V2_REPORTED", label: "Reported", short: "V2", meaning: "Relayed by an outlet with its own reporting." },
  { code: "V3_CORROBORATED", label: "Corroborated", short: "V3", meaning: "Independent roots, or an independent record, agree on the core." },
  { code: "V4_VERIFIED", label: "Verified", short: "V4", meaning: "A mandated body observed it, or primary material was located and dated; two reviewers." },
  { code: "V5_INVESTIGATED", label: "Investigated", short: "V5", meaning: "Published finding of a mandated body." },
  { code: "VX_REFUTED", label: "Refuted", short: "VX", meaning: "Shown to be wrong." },
  { code: "VU_UNVERIFIABLE", label: "Cannot be verified", short: "VU", meaning: "Tried; cannot be settled." },
] as const;

export type Verification = CodeOf<typeof verificationLevels>;
export const verificationCodes = verificationLevels.map((entry) => entry.code) as [Verification, ...Verification[]];
export const verificationLabel = (code: string): string => labelOf(verificationLevels, code);

const ladder: readonly Verification[] = ["V0_UNASSESSED", "V1_CLAIM", "V2_REPORTED", "V3_CORROBORATED", "V4_VERIFIED", "V5_INVESTIGATED"];
/** The rung on the ladder V0 to V5; -1 for refuted and unverifiable records, which never count. */
export const verificationRank = (code: string): number => ladder.indexOf(code as Verification);
/** Only records at V3 or above may change a status. */
export const countsOnBoard = (code: string): boolean => verificationRank(code) >= 3;
