import { type CodeOf, labelOf } from "./code-list";

/** What kind of source it is. */
export const sourceKinds = [
  { code: "PARTY_STATEMENT", label: "Statement of a party" },
  { code: "PARTY_MOD_BULLETIN", label: "Defence ministry bulletin" },
  { code: "PEACEKEEPER_BULLETIN", label: "Peacekeeper bulletin" },
  { code: "JOINT_CENTRE", label: "Joint centre" },
  { code: "MONITORING_MISSION", label: "Monitoring mission" },
  { code: "UN_BODY", label: "United Nations body" },
  { code: "ICRC", label: "ICRC" },
  { code: "COURT", label: "Court" },
  { code: "OMBUDSMAN", label: "Ombudsman" },
  { code: "NGO", label: "Non-governmental organisation" },
  { code: "NEWS_OWN_REPORTING", label: "News, own reporting" },
  { code: "NEWS_RELAY", label: "News, relayed" },
  { code: "SOCIAL_MEDIA", label: "Social media" },
  { code: "WITNESS", label: "Witness" },
  { code: "SATELLITE_PROVIDER", label: "Satellite provider" },
  { code: "DATASET", label: "Data set" },
  { code: "RESEARCH", label: "Research" },
  { code: "LEGAL_TEXT", label: "Legal text" },
] as const;

export type SourceKind = CodeOf<typeof sourceKinds>;
export const sourceKindCodes = sourceKinds.map((entry) => entry.code) as [SourceKind, ...SourceKind[]];
export const sourceKindLabel = (code: string): string => labelOf(sourceKinds, code);
