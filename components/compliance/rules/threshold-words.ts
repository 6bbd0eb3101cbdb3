import type { Settings } from "@/lib/compliance/domain/settings";

/** What each threshold is called and what it does. */
export const thresholdWords: Record<keyof Settings, { label: string; hint: string }> = {
  windowDays: { label: "Window in days", hint: "Days that conduct is judged over, unless the duty sets its own. 1 to 365." },
  coverageShareNeeded: { label: "Coverage needed", hint: "Share of the window's days on which somebody had to be able to observe. 0.1 to 1, two decimals." },
  figureMaxAgeDays: { label: "Age of a figure in days", hint: "Up to this age a counted figure speaks for the day of the board. 1 to 365." },
};

/** The thresholds of a version in one line. */
export const settingsInWords = ({ windowDays, coverageShareNeeded, figureMaxAgeDays }: Settings): string =>
  `window ${windowDays} days, coverage ${Math.round(coverageShareNeeded * 100)} %, figures up to ${figureMaxAgeDays} days old`;
