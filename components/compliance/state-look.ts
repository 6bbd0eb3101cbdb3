import type { BadgeTone } from "@/components/ui/badge";
import type { Shape } from "@/components/ui/shape-mark";
import type { ComplianceState } from "@/lib/codelists/compliance-state";
import type { Overlay } from "@/lib/codelists/overlay";
import type { Timeliness } from "@/lib/codelists/timeliness";

type Look = { readonly shape: Shape; readonly tone: BadgeTone; readonly meaning: string };

/** How each state is drawn: a shape and a word; the tone only helps the eye. */
export const stateLook: Record<ComplianceState, Look> = {
  I0_NOT_INITIATED: { shape: "ring", tone: "neutral", meaning: "No counted record that it was begun." },
  I1_MINIMAL: { shape: "quarter", tone: "neutral", meaning: "Begun." },
  I2_INTERMEDIATE: { shape: "half", tone: "calm", meaning: "Done in part, or done but not yet proven." },
  I3_FULL: { shape: "disc", tone: "calm", meaning: "Done, and proven or acknowledged." },
  C_HOLDING: { shape: "bar", tone: "calm", meaning: "Observed, and nothing counted against it." },
  C_STRAINED: { shape: "triangle", tone: "notice", meaning: "Counted breaches, a restriction, or a figure above the limit." },
  C_BREACHED: { shape: "diamond", tone: "strong", meaning: "A verified breach that killed or changed positions, or a verified closure." },
  C_COLLAPSED: { shape: "square", tone: "strong", meaning: "Only by decision of senior reviewers; never computed." },
  C_LAPSED: { shape: "slash", tone: "neutral", meaning: "Ran out after notice." },
  C_TERMINATED_EARLY: { shape: "cross", tone: "neutral", meaning: "Its object ended before its term." },
  C_SUPERSEDED_BY_EVENTS: { shape: "plus", tone: "neutral", meaning: "Its object came to an end." },
  NOT_ASSESSED: { shape: "dots", tone: "muted", meaning: "Nothing may be said: not begun, not observed, or no figure." },
};

export const timelinessTone: Record<Timeliness, BadgeTone> = {
  ON_TIME: "calm",
  LATE: "notice",
  LATE_BUT_AMENDED: "neutral",
  NOT_DUE: "neutral",
  OVERDUE: "notice",
  DATE_READING_DISPUTED: "notice",
};

export const overlayMeaning: Record<Overlay, string> = {
  NOT_ASSESSED: "Not assessed.",
  NO_ACCESS: "Too few days were observed to call the window calm.",
  CONTESTED: "A record or reading that decides is disputed.",
  UNDER_REVIEW: "Reviewers deferred their decision; the proposal stands.",
  FROZEN: "The last observer, or what was set up, has left.",
};
