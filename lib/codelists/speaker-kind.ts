import type { CodeOf } from "./code-list";

/** What kind of speaker makes a claim. A record by the middle four is independent of the sides. */
export const speakerKinds = [
  { code: "PARTY", label: "Side to the conflict" },
  { code: "GUARANTOR", label: "Guarantor" },
  { code: "MONITOR", label: "Monitor" },
  { code: "COURT", label: "Court" },
  { code: "INTERNATIONAL", label: "International body" },
  { code: "MEDIA", label: "Media" },
  { code: "OTHER", label: "Other" },
] as const;

export type SpeakerKind = CodeOf<typeof speakerKinds>;
export const speakerKindCodes = speakerKinds.map((entry) => entry.code) as [SpeakerKind, ...SpeakerKind[]];
