import { type CodeOf, labelOf } from "./code-list";

/** On what ground the file may be shown to others. */
export const evidenceLicences = [
  { code: "UNKNOWN", label: "Not known" },
  { code: "ALL_RIGHTS_RESERVED", label: "All rights reserved" },
  { code: "PERMISSION_GIVEN", label: "Used with permission" },
  { code: "OWN_WORK", label: "The own team's work" },
  { code: "PUBLIC_DOMAIN", label: "Public domain" },
  { code: "CC0", label: "CC0" },
  { code: "CC_BY", label: "CC BY" },
  { code: "CC_BY_SA", label: "CC BY-SA" },
  { code: "CC_BY_NC", label: "CC BY-NC" },
  { code: "CC_BY_NC_SA", label: "CC BY-NC-SA" },
  { code: "CC_BY_ND", label: "CC BY-ND" },
  { code: "OTHER", label: "Another licence" },
] as const;

export type EvidenceLicence = CodeOf<typeof evidenceLicences>;
export const evidenceLicenceCodes = evidenceLicences.map((entry) => entry.code) as [EvidenceLicence, ...EvidenceLicence[]];
export const evidenceLicenceLabel = (code: string): string => labelOf(evidenceLicences, code);
