import type { BoardChange } from "../../domain/board-changes";
import { listBoardSubjects } from "../../inputs/queries";
import type { BoardDates } from "../../schema";
import { changesByRules, historyByRules, historyDays, type RuleChangeHistory, type TwoRules } from "./domain";

export type RuleComparison = {
  /** How many duties were compared. */
  readonly compared: number;
  readonly changes: readonly BoardChange[];
  /** On how many days the history was read. */
  readonly daysRead: number;
  readonly history: readonly RuleChangeHistory[];
};

/** What two sets of rules say differently of an agreement's duties (or of all), on one day and on the end of each month before it. */
export async function compareRules({ agreement, asOf, knownAt, ...rules }: BoardDates & TwoRules & { agreement: string | undefined }): Promise<RuleComparison> {
  const subjects = await listBoardSubjects({ agreement, knownAt });
  const days = historyDays(subjects, asOf);
  return { compared: subjects.length, changes: changesByRules(subjects, asOf, rules), daysRead: days.length, history: historyByRules(subjects, days, rules) };
}
