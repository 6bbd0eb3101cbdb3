import { type CodeOf, labelOf } from "./code-list";

/** Where a due date comes from. */
export const deadlineOrigins = [
  { code: "ORIGINAL", label: "In the text" },
  { code: "AMENDMENT", label: "Amended" },
  { code: "COMPUTED", label: "Computed from the text" },
  { code: "FOLLOW_ON", label: "Set by a later text" },
  { code: "REPORTED", label: "Reported or announced; in no agreed text" },
] as const;

export type DeadlineOrigin = CodeOf<typeof deadlineOrigins>;
export const deadlineOriginCodes = deadlineOrigins.map((entry) => entry.code) as [DeadlineOrigin, ...DeadlineOrigin[]];
export const deadlineOriginLabel = (code: string): string => labelOf(deadlineOrigins, code);

/** How a due date stands today. */
export const deadlineStandings = [
  { code: "OPERATIVE", label: "Operative" },
  { code: "SUPERSEDED", label: "Superseded" },
  { code: "CONTESTED", label: "Contested" },
  { code: "REPORTED", label: "Reported only" },
] as const;

export type DeadlineStanding = CodeOf<typeof deadlineStandings>;
export const deadlineStandingCodes = deadlineStandings.map((entry) => entry.code) as [DeadlineStanding, ...DeadlineStanding[]];
export const deadlineStandingLabel = (code: string): string => labelOf(deadlineStandings, code);
