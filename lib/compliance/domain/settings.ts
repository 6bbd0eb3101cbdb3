export type Settings = {
  /** Length of the window that conduct is judged over, the day of the board included. */
  readonly windowDays: number;
  /** Share of the window's days on which somebody could observe; below it, calm is not reported as calm. */
  readonly coverageShareNeeded: number;
  /** Age in days up to which a counted figure still speaks for the day of the board. */
  readonly figureMaxAgeDays: number;
};

/** One version of the rules: its name stands beside every answer, and grows whenever an answer could change. */
export type RuleSet = { readonly version: string; readonly settings: Settings };

/** The rules that the product begins with. An obligation's terms may set its own `windowDays`. */
export const firstRuleSet: RuleSet = { version: "2026-11-2", settings: { windowDays: 30, coverageShareNeeded: 0.8, figureMaxAgeDays: 30 } };
