/** The version of the rules; shown beside every answer. It grows whenever an answer could change. */
export const RULE_VERSION = "2026-11-1";

export type Settings = {
  /** Length of the window that conduct is judged over, the day of the board included. */
  readonly windowDays: number;
  /** Share of the window's days on which somebody could observe; below it, calm is not reported as calm. */
  readonly coverageShareNeeded: number;
  /** Age in days up to which a counted figure still speaks for the day of the board. */
  readonly figureMaxAgeDays: number;
};

/** Thresholds of the rules, printed on the methods page. An obligation's terms may set its own `windowDays`. */
export const settings: Settings = { windowDays: 30, coverageShareNeeded: 0.8, figureMaxAgeDays: 30 };
