import { type CodeOf, labelOf } from "./code-list";

/** Marks laid over a state; they never change it. */
export const overlays = [
  { code: "NOT_ASSESSED", label: "Not assessed" },
  { code: "NO_ACCESS", label: "Nobody able to observe" },
  { code: "CONTESTED", label: "Contested" },
  { code: "UNDER_REVIEW", label: "Under review" },
  { code: "FROZEN", label: "Monitor left" },
] as const;

export type Overlay = CodeOf<typeof overlays>;
export const overlayCodes = overlays.map((entry) => entry.code) as [Overlay, ...Overlay[]];
export const overlayLabel = (code: string): string => labelOf(overlays, code);
