import type { Role } from "@/lib/kernel/actor";
import { type CodeOf, labelOf } from "./code-list";

type Profile = {
  readonly code: string;
  readonly label: string;
  readonly meaning: string;
  /** The reader for whom records are redacted: what this role may read of another team's record is what the report shows. */
  readonly reads: Role;
};

/** For whom a report is written, and so what is left out of it. What is source-protected (S3) leaves the house in no profile. */
export const redactionProfiles = [
  { code: "PUBLIC", label: "Public", meaning: "For everybody: what any reader of the product may read.", reads: "VIEWER" },
  { code: "PARTNERS", label: "Partners", meaning: "For organisations that work with the team: what its staff may read without the right to protected fields.", reads: "ADMIN" },
  { code: "INTERNAL", label: "Internal", meaning: "For reviewers and auditors of the house: restricted fields are open, source-protected ones are not.", reads: "AUDITOR" },
] as const satisfies readonly Profile[];

export type RedactionProfile = CodeOf<typeof redactionProfiles>;
export const redactionProfileCodes = redactionProfiles.map((entry) => entry.code) as [RedactionProfile, ...RedactionProfile[]];
export const redactionProfileLabel = (code: string): string => labelOf(redactionProfiles, code);
export const redactionProfileMeaning = (code: string): string => redactionProfiles.find((entry) => entry.code === code)?.meaning ?? "";
